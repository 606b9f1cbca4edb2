//! Code and link are one challenge.

use axum::http::Method;
use postern_api::{ProblemType, Step, paths};
use serde_json::json;

use crate::helpers::{Browser, TestApp};

async fn with_link(app: &TestApp) -> (Browser, String, String) {
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (code, link) = app.code_for("ada@home.example");
    (browser, code, link)
}

#[tokio::test]
async fn a_link_pressed_in_the_flows_own_browser_passes_the_gate() {
    let app = TestApp::with_ada().await;
    let (browser, code, link) = with_link(&app).await;
    assert_eq!(
        browser.check_link(&link).await.json(),
        json!({"standing": "here"})
    );
    let state = browser.submit_link(&link).await.assert_step(&Step::ChooseMethod);
    assert_eq!(state.gates.passed, 1);
    // One challenge: the code went with it.
    browser
        .submit_code(&code)
        .await
        .assert_problem(ProblemType::StepOutOfOrder);
    assert_eq!(
        browser.check_link(&link).await.json(),
        json!({"standing": "spent"})
    );
}

#[tokio::test]
async fn a_mailed_link_opened_in_another_browser_consumes_nothing() {
    let app = TestApp::with_ada().await;
    let (browser, code, link) = with_link(&app).await;
    let other = app.browser();
    assert_eq!(
        other.check_link(&link).await.json(),
        json!({"standing": "elsewhere"})
    );
    other
        .submit_link(&link)
        .await
        .assert_problem(ProblemType::FlowMissing);
    // Another browser in the middle of a flow of its own.
    other.start_reset("bo@demo.example").await.state();
    assert_eq!(
        other.check_link(&link).await.json(),
        json!({"standing": "elsewhere"})
    );
    other
        .submit_link(&link)
        .await
        .assert_problem(ProblemType::ChallengeMissing);
    browser.submit_code(&code).await.state();
}

#[tokio::test]
async fn s_10_looking_at_a_link_never_consumes_it() {
    let app = TestApp::with_ada().await;
    let (browser, _, link) = with_link(&app).await;
    for _ in 0..10 {
        for method in [Method::GET, Method::HEAD] {
            let scanner = app.browser();
            scanner.send(method.clone(), paths::LINK_PAGE, None).await;
            browser.send(method, paths::LINK_PAGE, None).await;
        }
        browser.check_link(&link).await;
    }
    browser.submit_link(&link).await.state();
}

#[tokio::test]
async fn an_invented_link_says_nothing() {
    let app = TestApp::with_ada().await;
    let (browser, _, _) = with_link(&app).await;
    assert_eq!(
        browser.check_link("invented").await.json(),
        json!({"standing": "elsewhere"})
    );
    assert_eq!(
        app.browser().check_link("invented").await.json(),
        json!({"standing": "elsewhere"})
    );
}

#[tokio::test]
async fn a_link_is_spent_once_it_expired_or_was_replaced() {
    let app = TestApp::with_ada().await;
    let (browser, _, first) = with_link(&app).await;
    app.advance(31);
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (_, second) = app.code_for("ada@home.example");
    assert_eq!(
        browser.check_link(&first).await.json(),
        json!({"standing": "spent"})
    );
    browser
        .submit_link(&first)
        .await
        .assert_problem(ProblemType::ChallengeMissing);
    assert_eq!(
        browser.check_link(&second).await.json(),
        json!({"standing": "here"})
    );
    app.advance(600);
    assert_eq!(
        browser.check_link(&second).await.json(),
        json!({"standing": "spent"})
    );
    browser
        .submit_link(&second)
        .await
        .assert_problem(ProblemType::ChallengeMissing);
}
