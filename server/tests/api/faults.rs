//! What surrounds the portal fails: nothing is lost, no success is shown that did not happen, and
//! there is a way on.

use postern_api::{ProblemType, Step};
use postern_server::domain::message::MailContent;
use postern_server::domain::reset::Channel;

use crate::helpers::{Conduct, Fault, Gateway, PersonBuilder, TestApp};

const NUMBER: &str = "+12025550101";
const PASSWORD: &str = "a lighthouse in the fog";

/// Ada, with a real gateway in the place of the one that only keeps.
async fn texting(gateway: &Gateway) -> TestApp {
    TestApp::new()
        .with_gateway(&gateway.url())
        .with(PersonBuilder::named("ada").with_mobile(NUMBER))
        .build()
        .await
}

#[tokio::test]
async fn the_gateway_gets_one_message_in_the_configured_form() {
    let gateway = Gateway::start().await;
    let app = texting(&gateway).await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_text("(202) 555-0101").await.assert_verify();
    app.run_jobs().await;
    let requests = gateway.requests();
    assert_eq!(requests.len(), 1);
    let (head, body) = requests[0].split_once("\r\n\r\n").unwrap();
    let head = head.to_ascii_lowercase();
    assert!(head.starts_with("post /messages http/1.1"), "{head}");
    assert!(head.contains("authorization: bearer hush"), "{head}");
    assert!(head.contains("content-type: application/json"), "{head}");
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(body["to"], NUMBER);
    let text = body["text"].as_str().unwrap();
    let code = text.split(' ').next().unwrap();
    assert!(text.ends_with(&format!("\n@reset.example #{code}")), "{text}");
    browser.submit_texted(code).await.state();
}

#[tokio::test]
async fn a_gateway_that_fails_hangs_or_breaks_off_loses_no_code_and_holds_up_no_mail() {
    for conduct in [
        Conduct::Fails,
        Conduct::Hangs,
        Conduct::HalfOpen,
        Conduct::Redirects,
    ] {
        let gateway = Gateway::start().await;
        let app = texting(&gateway).await;
        gateway.set(conduct);
        let (browser, other) = (app.browser(), app.browser());
        browser.start_reset("ada@demo.example").await.state();
        browser.send_text(NUMBER).await.assert_verify();
        other.start_reset("ada@demo.example").await.state();
        other.send_code("ada@home.example").await.assert_verify();
        app.run_jobs().await;
        app.code_for("ada@home.example");
        // A way on: another method in the same flow.
        browser.submit_totp(&app.totp()).await.state();
        gateway.set(Conduct::Takes);
        app.advance(6);
        app.run_jobs().await;
        let requests = gateway.requests();
        if conduct == Conduct::Redirects {
            // Somebody else's address gets no code, and nobody can mend it by waiting.
            assert_eq!(requests.len(), 1, "{conduct:?}");
            assert!(
                app.rows("SELECT reason FROM audit_events")
                    .contains(&"message-undeliverable".to_owned())
            );
            continue;
        }
        assert_eq!(requests.len(), 2, "{conduct:?}");
        let code = requests[1].split("\"text\":\"").nth(1).unwrap()[..6].to_owned();
        browser.submit_texted(&code).await.assert_step(&Step::NewPassword);
    }
}

#[tokio::test]
async fn a_mail_server_that_is_down_for_an_hour_delays_the_notice_and_loses_nothing() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "ada").await;
    app.mailer.set_down(true);
    browser.set_password(PASSWORD).await.state();
    for _ in 0..60 {
        app.run_jobs().await;
        app.advance(60);
    }
    let told = |app: &TestApp| {
        let mails = app.mails().into_iter();
        mails
            .filter(|mail| matches!(mail.content, MailContent::PasswordWasReset { .. }))
            .map(|mail| mail.to)
            .collect::<Vec<String>>()
    };
    assert!(told(&app).is_empty());
    app.mailer.set_down(false);
    // The longest wait between two tries is an hour.
    app.advance(3_600);
    app.run_jobs().await;
    assert_eq!(told(&app), ["ada@demo.example", "ada@home.example"]);
}

#[tokio::test]
async fn a_code_that_could_not_leave_in_its_life_is_given_up_and_a_new_one_can_be_had() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    app.mailer.set_down(true);
    browser.send_code("ada@home.example").await.assert_verify();
    for _ in 0..11 {
        app.run_jobs().await;
        app.advance(60);
    }
    app.run_jobs().await;
    browser.state().await.assert_step(&Step::ChooseMethod);
    app.mailer.set_down(false);
    app.run_jobs().await;
    assert!(app.mails().is_empty(), "a dead code must not leave late");
    browser.pass_mail_gate(&app, "ada").await;
}

#[tokio::test]
async fn law_3_a_directory_that_never_answers_holds_up_nobody_before_the_first_proof() {
    let app = TestApp::with_ada().await;
    app.directory.set(Fault::Hangs);
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    browser.state().await.assert_verify();
    app.directory.set(Fault::None);
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    browser.submit_code(&code).await.state();
}

#[tokio::test]
async fn law_3_an_authenticator_code_says_nothing_about_the_directory_before_the_first_proof() {
    // Whether the directory answers slowly, not at all or wrongly: known and unknown names are
    // told the same, before it has said whose account it is and after.
    for fault in [
        Fault::Hangs,
        Fault::Unavailable,
        Fault::Misconfigured,
        Fault::Busy,
    ] {
        for is_late in [false, true] {
            let app = TestApp::with_ada().await;
            app.directory.set(if is_late { Fault::None } else { fault });
            let mut told = Vec::new();
            for name in ["ada@demo.example", "nobody@demo.example"] {
                let browser = app.browser();
                browser.start_reset(name).await.state();
                if is_late || fault != Fault::Hangs {
                    app.settle().await;
                }
                app.directory.set(fault);
                let answer = browser.submit_totp_at_once("000000").await;
                told.push((answer.status, answer.json()["type"].clone()));
                if is_late {
                    app.directory.set(Fault::None);
                }
            }
            assert_eq!(told[0], told[1], "{fault:?}, late: {is_late}");
        }
    }
}

#[tokio::test]
async fn somebody_whose_account_could_not_be_looked_up_at_the_start_goes_on_when_the_directory_is_back() {
    let app = TestApp::with_ada().await;
    app.directory.set(Fault::Unavailable);
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    app.settle().await;
    browser
        .submit_totp(&app.totp())
        .await
        .assert_problem(ProblemType::DirectoryUnavailable);
    app.settle().await;
    app.directory.set(Fault::None);
    browser
        .submit_totp(&app.totp())
        .await
        .assert_problem(ProblemType::DirectoryUnavailable);
    let state = browser.submit_totp(&app.totp()).await.state();
    assert_eq!(state.gates.passed, 1);
}

#[tokio::test]
async fn law_3_one_slow_message_holds_up_no_other() {
    let gateway = Gateway::start().await;
    let app = texting(&gateway).await;
    gateway.set(Conduct::Hangs);
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_text(NUMBER).await.assert_verify();
    let mut tasks = app.start_due(Channel::Text).await;
    gateway.wait_for(1).await;
    gateway.set(Conduct::Takes);
    let other = app.browser();
    other.start_reset("ada@demo.example").await.state();
    other.send_text(NUMBER).await.assert_verify();
    app.run_channel(Channel::Text).await;
    assert_eq!(
        gateway.requests().len(),
        2,
        "the second does not wait for the first"
    );
    assert!(tasks.try_join_next().is_none(), "the first is still under way");
    tasks.abort_all();
}

#[tokio::test]
async fn the_one_notice_of_a_day_stays_one_after_a_directory_was_down() {
    let app = TestApp::new()
        .with(PersonBuilder::named("gus").disabled())
        .build()
        .await;
    app.directory.set(Fault::Unavailable);
    for _ in 0..3 {
        let browser = app.browser();
        browser.start_reset("gus@demo.example").await.state();
        browser.send_code("gus@home.example").await.assert_verify();
    }
    app.run_jobs().await;
    app.directory.set(Fault::None);
    app.advance(61);
    app.run_jobs().await;
    app.advance(61);
    app.run_jobs().await;
    assert_eq!(app.mails().len(), 1);
}
