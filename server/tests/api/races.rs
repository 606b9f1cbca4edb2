//! Law 4: every one-time thing is taken once, under 50 parallel submissions.

use futures_util::future::join_all;
use postern_api::paths;
use serde_json::json;

use crate::helpers::{Answer, TestApp};

const COPIES: usize = 50;

/// How many of the answers are successes; all others must be refusals, never failures of ours.
fn successes(answers: &[Answer]) -> usize {
    assert!(
        answers.iter().all(|answer| answer.status.as_u16() < 500),
        "a copy failed on our side"
    );
    answers.iter().filter(|answer| answer.status.is_success()).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn law_4_a_mailed_code_passes_one_gate_once() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    let answers = join_all((0..COPIES).map(|_| browser.submit_code(&code))).await;
    assert_eq!(successes(&answers), 1);
    assert_eq!(app.rows("SELECT count(*) FROM proofs"), ["1"]);
    let completed = app
        .reasons()
        .iter()
        .filter(|reason| *reason == "user-completed-verification-option")
        .count();
    assert_eq!(completed, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn law_4_a_link_passes_one_gate_once() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (_, link) = app.code_for("ada@home.example");
    let answers = join_all((0..COPIES).map(|_| browser.submit_link(&link))).await;
    assert_eq!(successes(&answers), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn law_4_an_authenticator_code_is_taken_once_across_flows() {
    let app = TestApp::with_ada().await;
    let browsers: Vec<_> = (0..COPIES).map(|_| app.browser()).collect();
    for browser in &browsers {
        browser.start_reset("ada@demo.example").await.state();
    }
    let code = app.totp();
    let answers = join_all(browsers.iter().map(|browser| browser.submit_totp(&code))).await;
    assert_eq!(successes(&answers), 1);
    assert_eq!(app.rows("SELECT count(*) FROM proofs"), ["1"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn law_4_a_proof_of_work_starts_one_flow() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    let body = json!({
        "identifier": "ada@demo.example", "proof_of_work": browser.proof_of_work().await, "locale": "en",
    });
    let browsers: Vec<_> = (0..COPIES).map(|_| app.browser()).collect();
    let answers = join_all(
        browsers
            .iter()
            .map(|one| one.post(paths::RESET_SESSIONS, body.clone())),
    )
    .await;
    assert_eq!(successes(&answers), 1);
    assert_eq!(app.rows("SELECT count(*) FROM reset_sessions"), ["1"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn law_4_a_password_is_written_once() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "ada").await;
    let writes = join_all((0..COPIES).map(|_| browser.set_password("a quiet orchard at noon"))).await;
    // A copy that comes after the end finds the flow done, which is no success of its own.
    let done = writes.iter().filter(|answer| answer.status.is_success()).count();
    assert_eq!(
        done,
        1,
        "{:?}",
        writes.iter().map(|answer| answer.status).collect::<Vec<_>>()
    );
    assert_eq!(app.directory.writes(), 1);
    assert_eq!(app.rows("SELECT count(*) FROM write_attempts"), ["1"]);
    let confirmed = app
        .reasons()
        .iter()
        .filter(|reason| *reason == "user-successfully-reset-password")
        .count();
    assert_eq!(confirmed, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_02_wrong_codes_together_are_compared_five_times_at_most() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let answers = join_all((0..COPIES).map(|_| browser.submit_code(wrong))).await;
    assert_eq!(successes(&answers), 0);
    assert_eq!(app.rows("SELECT tries_used FROM challenges"), ["5"]);
    assert!(!browser.submit_code(&code).await.status.is_success());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn resends_together_send_one_message() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    let answers = join_all((0..COPIES).map(|_| browser.send_code("ada@home.example"))).await;
    // Copies that looked before the first one was there count as typed anew; the flow's limit holds.
    assert!(successes(&answers) <= 10);
    app.run_jobs().await;
    assert_eq!(app.mails().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn continues_together_never_exceed_ten() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    let answers = join_all((0..COPIES).map(|_| browser.extend())).await;
    assert_eq!(successes(&answers), 10);
    assert_eq!(app.rows("SELECT continues FROM reset_sessions"), ["10"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cancels_together_are_one_event() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    let tabs: Vec<_> = (0..COPIES).map(|_| browser.tab()).collect();
    successes(&join_all(tabs.iter().map(crate::helpers::Browser::cancel)).await);
    let cancelled = "user-canceled-before-passing-the-required-methods";
    assert_eq!(
        app.reasons().iter().filter(|reason| *reason == cancelled).count(),
        1
    );
}
