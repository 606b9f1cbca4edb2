//! Unlocking without a new password.

use jiff::Timestamp;
use postern_api::{Completion, Lockout, ProblemType, Purpose, Step};
use postern_server::domain::directory::PasswordVerdict;
use postern_server::domain::message::MailContent;

use crate::helpers::{Browser, Fault, PersonBuilder, TestApp};

const LOCKED: Step = Step::Unlock(Lockout { locked: true });
const DONE: Step = Step::Done(Completion {
    unlocked: true,
    notified: true,
});
const PASSWORD: &str = "correct horse battery staple";

async fn portal() -> TestApp {
    TestApp::new()
        .with(PersonBuilder::named("eli").locked_until(Timestamp::MAX))
        .with(PersonBuilder::named("ada"))
        .build()
        .await
}

async fn pass_gates(app: &TestApp, browser: &Browser, name: &str) {
    browser
        .start_unlock(&format!("{name}@demo.example"))
        .await
        .state();
    browser.pass_mail_gate(app, name).await;
    browser.submit_totp(&app.totp()).await.state();
}

#[tokio::test]
async fn the_same_gates_lift_the_lockout_and_the_password_stays() {
    let app = portal().await;
    let browser = app.browser();
    pass_gates(&app, &browser, "eli").await;
    assert_eq!(
        app.try_password("eli@demo.example", PASSWORD).await,
        PasswordVerdict::Locked
    );
    browser.state().await.assert_step(&LOCKED);
    let state = browser.unlock().await.assert_step(&DONE);
    assert_eq!(state.purpose, Purpose::Unlock);
    assert_eq!(
        app.try_password("eli@demo.example", PASSWORD).await,
        PasswordVerdict::Right
    );
    app.run_jobs().await;
    let told: Vec<String> = app
        .mails()
        .into_iter()
        .filter(|mail| matches!(mail.content, MailContent::AccountWasUnlocked { .. }))
        .map(|mail| mail.to)
        .collect();
    assert_eq!(told, ["eli@demo.example", "eli@home.example"]);
    let activities =
        app.rows("SELECT activity FROM audit_events WHERE reason = 'user-successfully-unlocked-account'");
    assert_eq!(activities, ["unlock-user-account-self-service"]);
}

#[tokio::test]
async fn law_1_nothing_is_unlocked_before_the_gates() {
    let app = portal().await;
    let browser = app.browser();
    browser.start_unlock("eli@demo.example").await.state();
    browser.unlock().await.assert_problem(ProblemType::StepOutOfOrder);
    browser.pass_mail_gate(&app, "eli").await;
    browser.unlock().await.assert_problem(ProblemType::StepOutOfOrder);
    assert_eq!(app.directory.writes(), 0);
    assert_eq!(
        app.try_password("eli@demo.example", PASSWORD).await,
        PasswordVerdict::Locked
    );
}

#[tokio::test]
async fn an_account_that_is_not_locked_is_told_so_and_can_go_on_to_a_new_password() {
    let app = portal().await;
    let browser = app.browser();
    pass_gates(&app, &browser, "ada").await;
    browser
        .state()
        .await
        .assert_step(&Step::Unlock(Lockout { locked: false }));
    browser.unlock().await.assert_problem(ProblemType::StepOutOfOrder);
    browser
        .change_purpose("reset")
        .await
        .assert_step(&Step::NewPassword);
    browser.set_password("a lighthouse in the fog").await.state();
}

#[tokio::test]
async fn a_reset_unlocks_too() {
    let app = portal().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "eli").await;
    browser
        .set_password("a lighthouse in the fog")
        .await
        .assert_step(&DONE);
    let verdict = app
        .try_password("eli@demo.example", "a lighthouse in the fog")
        .await;
    assert_eq!(verdict, PasswordVerdict::Right);
}

#[tokio::test]
async fn a_flow_for_a_new_password_cannot_unlock() {
    let app = portal().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "eli").await;
    browser.unlock().await.assert_problem(ProblemType::StepOutOfOrder);
}

#[tokio::test]
async fn law_5_a_flow_that_unlocks_cannot_set_a_password() {
    let app = portal().await;
    let browser = app.browser();
    pass_gates(&app, &browser, "eli").await;
    browser
        .set_password("a lighthouse in the fog")
        .await
        .assert_problem(ProblemType::StepOutOfOrder);
    assert_eq!(app.directory.writes(), 0);
}

#[tokio::test]
async fn law_5_where_policy_says_no_a_client_cannot_unlock() {
    let app = TestApp::new()
        .setting("reset.unlock_without_reset", "false")
        .with(PersonBuilder::named("eli").locked_until(Timestamp::MAX))
        .build()
        .await;
    let browser = app.browser();
    browser
        .start_unlock("eli@demo.example")
        .await
        .assert_problem(ProblemType::MethodNotAllowed);
    browser.pass_both_gates(&app, "eli").await;
    browser
        .change_purpose("unlock")
        .await
        .assert_problem(ProblemType::MethodNotAllowed);
    browser
        .unlock()
        .await
        .assert_problem(ProblemType::MethodNotAllowed);
}

#[tokio::test]
async fn law_3_before_a_proof_a_locked_account_looks_like_any_other() {
    let app = portal().await;
    let mut seen = Vec::new();
    for identifier in ["eli@demo.example", "ada@demo.example", "nobody@demo.example"] {
        let browser = app.browser();
        let mut state = browser.start_unlock(identifier).await.state();
        state.flow.clear();
        state.identifier.clear();
        seen.push(state);
    }
    assert!(seen.windows(2).all(|pair| pair[0] == pair[1]));
}

#[tokio::test]
async fn law_6_no_success_is_shown_that_the_directory_did_not_confirm() {
    let app = portal().await;
    let browser = app.browser();
    pass_gates(&app, &browser, "eli").await;
    app.directory.set(Fault::CutBeforeWrite);
    browser
        .unlock()
        .await
        .assert_problem(ProblemType::DirectoryUnavailable);
    app.directory.set(Fault::None);
    browser.state().await.assert_step(&LOCKED);
    // Cut off after it arrived: the directory is asked, and says that it is done.
    app.directory.set(Fault::CutAfterWrite);
    browser.unlock().await.assert_step(&DONE);
}

#[tokio::test]
async fn law_6_an_unlocking_that_was_cut_off_is_settled_by_looking() {
    let app = portal().await;
    let browser = app.browser();
    pass_gates(&app, &browser, "eli").await;
    // As a stop in the middle leaves it.
    app.execute(
        "INSERT INTO write_attempts (id, flow, subject, state, started_at, kind)
           SELECT 'cut', id, subject, 'pending', 0, 'unlock' FROM reset_sessions WHERE status = 'open';
         UPDATE reset_sessions SET status = 'writing', write_attempt = 'cut' WHERE status = 'open';",
    );
    let app = app.restart().await;
    let settled = app.rows("SELECT reason FROM audit_events ORDER BY seq DESC LIMIT 1");
    assert_eq!(settled, ["unlock-did-not-reach-directory"]);
    assert_eq!(
        app.try_password("eli@demo.example", PASSWORD).await,
        PasswordVerdict::Locked
    );
}

#[tokio::test]
async fn other_flows_of_the_person_stay() {
    let app = portal().await;
    let other = app.browser();
    other.start_reset("eli@demo.example").await.state();
    other.pass_mail_gate(&app, "eli").await;
    let browser = app.browser();
    browser.start_unlock("eli@demo.example").await.state();
    app.advance(31);
    browser.pass_mail_gate(&app, "eli").await;
    browser.submit_totp(&app.totp()).await.state();
    browser.unlock().await.assert_step(&DONE);
    other.state().await.state();
}
