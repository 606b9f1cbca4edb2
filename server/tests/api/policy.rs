//! Law 1 and law 5: the transcript and the policy in force decide, nothing that a client sends.

use postern_api::{Method, ProblemType, Step};
use serde_json::json;

use crate::helpers::{PersonBuilder, TestApp};

const NEW: &str = "a quiet orchard at noon";

#[tokio::test]
async fn law_1_no_password_is_set_without_every_proof() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::FlowMissing);
    browser.start_reset("ada@demo.example").await.state();
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::StepOutOfOrder);
    browser.send_code("ada@home.example").await.assert_verify();
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::StepOutOfOrder);
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    browser.submit_code(&code).await.state();
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::StepOutOfOrder);
    assert_eq!(app.directory.writes(), 0);
    browser
        .submit_totp(&app.totp())
        .await
        .assert_step(&Step::NewPassword);
    browser.set_password(NEW).await.state();
}

#[tokio::test]
async fn law_2_one_class_fills_one_gate_however_often_it_is_proven() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.pass_mail_gate(&app, "ada").await;
    browser
        .send_code("ada@home.example")
        .await
        .assert_problem(ProblemType::StepOutOfOrder);
    browser
        .submit_code("123456")
        .await
        .assert_problem(ProblemType::StepOutOfOrder);
    let state = browser.state().await.state();
    assert_eq!(state.gates.passed, 1);
}

#[tokio::test]
async fn law_5_a_method_that_policy_does_not_offer_is_refused() {
    let app = TestApp::new()
        .with(PersonBuilder::named("ada"))
        .setting("methods.authenticator_code.enabled", "false")
        .setting("methods.sms.enabled", "false")
        .setting("reset.required_methods", "1")
        .build()
        .await;
    let browser = app.browser();
    let state = browser.start_reset("ada@demo.example").await.state();
    let offered: Vec<Method> = state.offers.iter().map(|offer| offer.method).collect();
    assert_eq!(offered, [Method::Email]);
    browser
        .submit_totp(&app.totp())
        .await
        .assert_problem(ProblemType::MethodNotAllowed);
    let body = json!({"method": "authenticator-code", "target": "ada@home.example"});
    browser
        .post(postern_api::paths::RESET_CHALLENGES, body)
        .await
        .assert_problem(ProblemType::MethodNotAllowed);
}

#[tokio::test]
async fn law_5_fields_that_the_screen_would_not_send_are_refused() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    for extra in ["required", "step", "skip", "role", "gates", "subject", "proofs"] {
        let mut body = json!({"new_password": NEW});
        body[extra] = json!(1);
        browser
            .post(postern_api::paths::RESET_PASSWORD, body)
            .await
            .assert_problem(ProblemType::UnreadableRequest);
    }
}

#[tokio::test]
async fn nested_groups_decide_the_scope() {
    let app = TestApp::new()
        .with(PersonBuilder::named("ada").in_groups(&["night-shift"]))
        .build()
        .await;
    app.execute("INSERT INTO group_members VALUES ('shifts', 'night-shift', 1), ('staff', 'shifts', 1), ('night-shift', 'staff', 1)");
    let browser = app.browser();
    browser.pass_both_gates(&app, "ada").await;
    browser.set_password(NEW).await.state();
}

#[tokio::test]
async fn an_excluded_group_is_out_whatever_else_somebody_is_in() {
    let app = TestApp::new()
        .with(PersonBuilder::named("ada").in_groups(&["staff", "contractors"]))
        .setting("reset.exclude", "contractors")
        .build()
        .await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser
        .submit_totp(&app.totp())
        .await
        .assert_problem(ProblemType::ChallengeFailed);
}
