//! The life of a flow: time, tabs, codes that replace each other, limits.

use postern_api::{ProblemKind, ProblemType, Step};
use serde_json::json;

use crate::helpers::{PersonBuilder, TestApp};

#[tokio::test]
async fn s_04_a_code_is_good_until_its_last_second_and_not_after() {
    for (seconds, accepted) in [(599, true), (600, false)] {
        let app = TestApp::with_ada().await;
        let browser = app.browser();
        browser.start_reset("ada@demo.example").await.state();
        browser.send_code("ada@home.example").await.assert_verify();
        app.run_jobs().await;
        let (code, _) = app.code_for("ada@home.example");
        app.advance(seconds);
        let answer = browser.submit_code(&code).await;
        assert_eq!(
            answer.status.is_success(),
            accepted,
            "after {seconds} s: {}",
            answer.text()
        );
    }
}

#[tokio::test]
async fn a_flow_ends_with_its_time_and_says_so() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    app.advance(899);
    browser.state().await.state();
    app.advance(1);
    let tab = browser.tab();
    let answer = browser.state().await;
    answer.assert_problem(ProblemType::SessionExpired);
    assert!(answer.header("set-cookie").unwrap().contains("Max-Age=0"));
    assert_eq!(tab.cookie(), None);
    app.run_jobs().await;
    assert_eq!(app.reasons().last().map(String::as_str), Some("user-abandoned"));
}

#[tokio::test]
async fn a_flow_can_be_continued_ten_times_and_keeps_what_was_proven() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.pass_mail_gate(&app, "ada").await;
    for left in (0..10).rev() {
        app.advance(890);
        let state = browser.extend().await.state();
        assert_eq!(
            (state.ends_in_seconds, state.continues_left, state.gates.passed),
            (900, left, 1)
        );
    }
    browser.extend().await.assert_problem(ProblemType::NoMoreTime);
    browser.state().await.state();
}

#[tokio::test]
async fn an_older_tab_cannot_act_on_a_newer_flow() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    let older = browser.tab();
    browser.start_reset("ada@demo.example").await.state();
    older
        .send_code("ada@home.example")
        .await
        .assert_problem(ProblemType::FlowMismatch);
    older.extend().await.assert_problem(ProblemType::FlowMismatch);
    older.cancel().await.assert_problem(ProblemType::FlowMismatch);
    browser.send_code("ada@home.example").await.assert_verify();
    assert!(app.reasons().contains(&"superseded-by-new-flow".to_owned()));
}

#[tokio::test]
async fn cancelling_ends_the_flow_and_clears_the_cookie() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    let token = browser.cookie();
    let answer = browser.cancel().await;
    assert_eq!(answer.status, 204);
    assert_eq!(browser.cookie(), None);
    browser.set_cookie(token);
    browser.state().await.assert_problem(ProblemType::FlowMissing);
    assert!(
        app.reasons()
            .contains(&"user-canceled-before-passing-the-required-methods".to_owned())
    );
}

#[tokio::test]
async fn turning_to_the_help_desk_is_noted() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    for (reason, noted) in [
        ("no-usable-method", "user-has-no-usable-method"),
        ("contacted-help-desk", "user-contacted-help-desk"),
    ] {
        let answer = browser
            .post(postern_api::paths::RESET_HELP_REQUESTS, json!({"reason": reason}))
            .await;
        assert_eq!(answer.status, 204);
        assert_eq!(app.reasons().last().map(String::as_str), Some(noted));
    }
    browser.state().await.assert_step(&Step::ChooseMethod);
}

#[tokio::test]
async fn s_06_a_newer_code_replaces_the_older_one() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (older, _) = app.code_for("ada@home.example");
    let kind = browser
        .send_code(" ADA@home.example")
        .await
        .assert_problem(ProblemType::RateLimited);
    assert_eq!(
        kind,
        ProblemKind::RateLimited {
            retry_after_seconds: 30
        }
    );
    app.advance(30);
    let state = browser.send_code("ada@home.example").await.assert_verify();
    let Step::Verify(challenge) = state.step else {
        panic!("not a challenge")
    };
    assert_eq!((challenge.number, challenge.resend_in_seconds), (2, 60));
    app.run_jobs().await;
    let (newer, _) = app.code_for("ada@home.example");
    assert_ne!(older, newer);
    browser
        .submit_code(&older)
        .await
        .assert_problem(ProblemType::ChallengeFailed);
    browser.submit_code(&newer).await.state();
}

#[tokio::test]
async fn a_corrected_address_need_not_wait() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@hmoe.example").await.assert_verify();
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    browser.submit_code(&code).await.state();
}

#[tokio::test]
async fn s_05_a_code_is_good_in_its_own_flow_only() {
    let app = TestApp::new()
        .with(PersonBuilder::named("ada"))
        .with(PersonBuilder::named("bo"))
        .build()
        .await;
    let (ada, bo) = (app.browser(), app.browser());
    ada.start_reset("ada@demo.example").await.state();
    bo.start_reset("bo@demo.example").await.state();
    ada.send_code("ada@home.example").await.assert_verify();
    bo.send_code("bo@home.example").await.assert_verify();
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    bo.submit_code(&code)
        .await
        .assert_problem(ProblemType::ChallengeFailed);
    bo.submit_totp(&code)
        .await
        .assert_problem(ProblemType::ChallengeFailed);
    ada.submit_code(&code).await.state();
}

#[tokio::test]
async fn a_code_takes_five_wrong_answers_and_a_flow_ten() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..4 {
        browser
            .submit_code(wrong)
            .await
            .assert_problem(ProblemType::ChallengeFailed);
    }
    browser
        .submit_code(wrong)
        .await
        .assert_problem(ProblemType::ChallengeExhausted);
    browser
        .submit_code(&code)
        .await
        .assert_problem(ProblemType::ChallengeExhausted);
    // A new code brings new tries, but the flow remembers.
    app.advance(30);
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    for _ in 0..4 {
        browser
            .submit_code(wrong)
            .await
            .assert_problem(ProblemType::ChallengeFailed);
    }
    browser
        .submit_code(wrong)
        .await
        .assert_problem(ProblemType::TooManyAttempts);
    browser.state().await.assert_step(&Step::Exhausted);
    browser
        .send_code("ada@home.example")
        .await
        .assert_problem(ProblemType::TooManyAttempts);
    browser
        .submit_totp(&app.totp())
        .await
        .assert_problem(ProblemType::TooManyAttempts);
    // Starting again is always possible.
    browser.start_reset("ada@demo.example").await.state();
}

#[tokio::test]
async fn s_12_an_authenticator_code_is_never_taken_twice() {
    let app = TestApp::with_ada().await;
    let (first, second) = (app.browser(), app.browser());
    first.start_reset("ada@demo.example").await.state();
    second.start_reset("ada@demo.example").await.state();
    let code = app.totp();
    first.submit_totp(&code).await.state();
    second
        .submit_totp(&code)
        .await
        .assert_problem(ProblemType::ChallengeFailed);
    // The next step is a new code; the one before it is spent although it is still shown as valid.
    app.advance(30);
    second
        .submit_totp(&code)
        .await
        .assert_problem(ProblemType::ChallengeFailed);
    second.submit_totp(&app.totp()).await.state();
}

#[tokio::test]
async fn guessing_authenticator_codes_gets_slow_without_a_word() {
    let app = TestApp::with_ada().await;
    let wrong = if app.totp() == "000000" {
        "000001"
    } else {
        "000000"
    };
    let attacker = app.browser();
    attacker.start_reset("ada@demo.example").await.state();
    for _ in 0..6 {
        attacker
            .submit_totp(wrong)
            .await
            .assert_problem(ProblemType::ChallengeFailed);
    }
    // While the wait is on even the right code is simply wrong, from every browser …
    let ada = app.browser();
    ada.start_reset("ada@demo.example").await.state();
    ada.submit_totp(&app.totp())
        .await
        .assert_problem(ProblemType::ChallengeFailed);
    // … and it ends by itself: a delay, never a block (law 8).
    app.advance(30);
    ada.submit_totp(&app.totp()).await.state();
}

#[tokio::test]
async fn a_restart_in_the_middle_loses_nothing() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    let cookie = browser.cookie();
    let app = app.restart().await;
    let browser = app.browser();
    browser.set_cookie(cookie);
    browser.state().await.assert_verify();
    // The message had not left yet: it leaves now.
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    browser.submit_code(&code).await.state();
    browser
        .submit_totp(&app.totp())
        .await
        .assert_step(&Step::NewPassword);
    browser.set_password("a quiet orchard at noon").await.state();
}

#[tokio::test]
async fn codes_to_one_address_are_limited_and_nobody_is_told() {
    let app = TestApp::with_ada().await;
    for _ in 0..8 {
        let browser = app.browser();
        browser.start_reset("ada@demo.example").await.state();
        browser.send_code("ada@home.example").await.assert_verify();
        app.run_jobs().await;
    }
    assert_eq!(app.mails().len(), 5);
    assert!(app.reasons().contains(&"code-withheld-by-limit".to_owned()));
    app.advance(601);
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    assert_eq!(app.mails().len(), 6);
}

#[tokio::test]
async fn with_the_mail_server_down_the_message_waits_and_then_leaves() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    app.mailer.set_down(true);
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    app.run_jobs().await;
    assert!(app.mails().is_empty());
    app.mailer.set_down(false);
    app.advance(5);
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    browser.submit_code(&code).await.state();
}

#[tokio::test]
async fn a_message_that_comes_too_late_is_given_up_and_noted() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    app.mailer.set_down(true);
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    app.mailer.set_down(false);
    app.advance(601);
    app.run_jobs().await;
    assert!(app.mails().is_empty(), "a code that has expired must not leave");
    assert_eq!(app.rows("SELECT state FROM outbox"), ["dead"]);
    assert_eq!(app.rows("SELECT length(body_sealed) FROM outbox"), ["0"]);
    assert!(app.reasons().contains(&"message-undeliverable".to_owned()));
}
