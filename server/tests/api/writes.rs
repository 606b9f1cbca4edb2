//! Law 6: no success that the directory did not confirm, no failure that it did not state.

use postern_api::{PasswordViolation, ProblemKind, ProblemType, Step};
use postern_server::domain::audit::Origin;
use postern_server::domain::directory::{DirectoryRefusal, PasswordVerdict};
use postern_server::domain::ids::WriteAttemptId;
use postern_server::domain::reset::{Completion, FinishWrite, WriteOutcome, recover_writes};

use crate::helpers::{Fault, TestApp};

const NEW: &str = "a quiet orchard at noon";

async fn at_the_write(fault: Fault) -> (TestApp, crate::helpers::Browser) {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "ada").await;
    app.directory.set(fault);
    (app, browser)
}

#[tokio::test]
async fn a_refusal_of_the_directory_is_shown_with_its_reason_and_another_password_can_be_chosen() {
    for (refusal, violation) in [
        (DirectoryRefusal::History, PasswordViolation::ReusedInDirectory),
        (
            DirectoryRefusal::MinimumAge,
            PasswordViolation::ChangedTooRecently,
        ),
        (DirectoryRefusal::Policy, PasswordViolation::DirectoryPolicy),
    ] {
        let (app, browser) = at_the_write(Fault::Refuses(refusal)).await;
        let kind = browser
            .set_password(NEW)
            .await
            .assert_problem(ProblemType::PasswordRejected);
        assert_eq!(
            kind,
            ProblemKind::PasswordRejected {
                violations: vec![violation]
            }
        );
        browser.state().await.assert_step(&Step::NewPassword);
        app.directory.set(Fault::None);
        browser.set_password(NEW).await.state();
        assert_eq!(
            app.rows("SELECT state FROM write_attempts ORDER BY state"),
            ["confirmed", "refused"]
        );
    }
}

#[tokio::test]
async fn a_directory_that_is_down_changes_nothing_and_the_flow_stays() {
    let (app, browser) = at_the_write(Fault::Unavailable).await;
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::DirectoryUnavailable);
    app.directory.set(Fault::None);
    browser.state().await.assert_step(&Step::NewPassword);
    browser.set_password(NEW).await.state();
}

#[tokio::test]
async fn law_6_a_write_that_was_cut_off_after_it_arrived_is_found_and_announced() {
    let (app, browser) = at_the_write(Fault::CutAfterWrite).await;
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::PasswordWriteUnknown);
    browser.state().await.assert_step(&Step::Writing);
    // No second, blind write, whatever the person does.
    browser
        .set_password("another quiet orchard")
        .await
        .assert_problem(ProblemType::PasswordWriteUnknown);
    assert_eq!(app.directory.writes(), 1);
    app.directory.set(Fault::None);
    app.advance(31);
    app.run_jobs().await;
    let state = browser.state().await.state();
    assert!(matches!(state.step, Step::Done(done) if done.notified));
    assert_eq!(app.directory.writes(), 1);
    assert_eq!(
        app.try_password("ada@demo.example", NEW).await,
        PasswordVerdict::Right
    );
    app.run_jobs().await;
    assert!(app.reasons().contains(&"user-told-of-reset".to_owned()));
}

#[tokio::test]
async fn law_6_a_write_that_never_arrived_gives_the_flow_back() {
    let (app, browser) = at_the_write(Fault::CutBeforeWrite).await;
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::PasswordWriteUnknown);
    app.directory.set(Fault::None);
    app.advance(31);
    app.run_jobs().await;
    browser.state().await.assert_step(&Step::NewPassword);
    assert_eq!(
        app.try_password("ada@demo.example", "correct horse battery staple")
            .await,
        PasswordVerdict::Right
    );
    browser.set_password(NEW).await.state();
}

#[tokio::test]
async fn a_write_stays_unknown_while_the_directory_does_not_answer() {
    let (app, browser) = at_the_write(Fault::CutAfterWrite).await;
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::PasswordWriteUnknown);
    app.directory.set(Fault::Unavailable);
    app.advance(31);
    app.run_jobs().await;
    assert_eq!(app.rows("SELECT state FROM write_attempts"), ["unknown"]);
    app.directory.set(Fault::None);
    app.run_jobs().await;
    assert_eq!(app.rows("SELECT state FROM write_attempts"), ["confirmed"]);
}

/// A confirmation that comes late.
fn confirmed(app: &TestApp, attempt: &str) -> FinishWrite {
    FinishWrite {
        attempt: WriteAttemptId::from_stored(attempt),
        outcome: WriteOutcome::Confirmed(Completion {
            unlocked: false,
            notified: true,
        }),
        notifications: Vec::new(),
        now: app.service.deps().clock.now(),
        origin: Origin::default(),
    }
}

#[tokio::test]
async fn law_6_a_write_that_still_runs_is_not_looked_at_however_long_it_takes() {
    let (app, browser) = at_the_write(Fault::SlowWrite).await;
    let meanwhile = async {
        while app.rows("SELECT state FROM write_attempts").is_empty() {
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
        app.advance(130);
        for at_start in [false, true] {
            assert_eq!(recover_writes(&app.service, at_start).await.unwrap(), 0);
        }
        assert_eq!(app.rows("SELECT state FROM write_attempts"), ["pending"]);
        app.directory.set(Fault::None);
    };
    let (written, ()) = tokio::join!(browser.set_password(NEW), meanwhile);
    written.state();
    assert_eq!(app.rows("SELECT state FROM write_attempts"), ["confirmed"]);
    assert!(matches!(browser.state().await.state().step, Step::Done(done) if done.notified));
}

#[tokio::test]
async fn law_6_a_confirmation_goes_before_a_conclusion_that_nothing_was_delivered() {
    let (app, browser) = at_the_write(Fault::CutBeforeWrite).await;
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::PasswordWriteUnknown);
    app.directory.set(Fault::None);
    app.advance(31);
    app.run_jobs().await;
    browser.state().await.assert_step(&Step::NewPassword);
    assert_eq!(app.rows("SELECT state FROM write_attempts"), ["refused"]);
    let finish = || confirmed(&app, &app.rows("SELECT id FROM write_attempts").remove(0));
    let store = &app.service.deps().store;
    store.finish_write(finish()).await.unwrap();
    assert!(matches!(browser.state().await.state().step, Step::Done(done) if done.notified));
    // Once.
    store.finish_write(finish()).await.unwrap();
    let confirmed = app
        .reasons()
        .iter()
        .filter(|reason| *reason == "user-successfully-reset-password")
        .count();
    assert_eq!(confirmed, 1);
}

#[tokio::test]
async fn a_late_confirmation_leaves_a_later_write_of_its_flow_alone() {
    let (app, browser) = at_the_write(Fault::CutBeforeWrite).await;
    for _ in 0..2 {
        browser
            .set_password(NEW)
            .await
            .assert_problem(ProblemType::PasswordWriteUnknown);
        if app.rows("SELECT id FROM write_attempts").len() == 1 {
            app.advance(31);
            app.run_jobs().await;
        }
    }
    let first = app.rows("SELECT id FROM write_attempts WHERE state = 'refused'");
    let finish = confirmed(&app, &first[0]);
    app.service.deps().store.finish_write(finish).await.unwrap();
    browser.state().await.assert_step(&Step::Writing);
    assert!(
        app.reasons()
            .contains(&"user-successfully-reset-password".to_owned())
    );
}

#[tokio::test]
async fn a_refusal_that_the_directory_stated_stands() {
    let (app, browser) = at_the_write(Fault::Refuses(DirectoryRefusal::History)).await;
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::PasswordRejected);
    let finish = confirmed(&app, &app.rows("SELECT id FROM write_attempts").remove(0));
    app.service.deps().store.finish_write(finish).await.unwrap();
    browser.state().await.assert_step(&Step::NewPassword);
}

#[tokio::test]
async fn a_restart_settles_what_was_cut_off() {
    let (app, browser) = at_the_write(Fault::CutAfterWrite).await;
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::PasswordWriteUnknown);
    let cookie = browser.cookie();
    let app = app.restart().await;
    let browser = app.browser();
    browser.set_cookie(cookie);
    assert!(matches!(browser.state().await.state().step, Step::Done(_)));
    assert_eq!(recover_writes(&app.service, true).await.unwrap(), 0);
}

#[tokio::test]
async fn a_directory_with_too_much_waiting_says_busy_and_the_flow_stays() {
    let (app, browser) = at_the_write(Fault::Busy).await;
    let answer = browser.set_password(NEW).await;
    answer.assert_problem(ProblemType::Busy);
    assert_eq!(answer.header("retry-after"), Some("5"));
    app.directory.set(Fault::None);
    browser.state().await.assert_step(&Step::NewPassword);
    browser.set_password(NEW).await.state();
}

#[tokio::test]
async fn s_30_a_reset_ends_every_other_flow_that_proved_something() {
    let app = TestApp::with_ada().await;
    let (ada, proven) = (app.browser(), app.browser());
    proven.start_reset("ada@demo.example").await.state();
    proven.submit_totp(&app.totp()).await.state();
    app.advance(30);
    ada.pass_both_gates(&app, "ada").await;
    ada.set_password(NEW).await.state();
    proven.state().await.assert_problem(ProblemType::FlowMissing);
    assert!(app.reasons().contains(&"ended-by-reset".to_owned()));
}

#[tokio::test]
async fn law_3_a_strangers_flow_does_not_notice_that_the_owner_reset() {
    let app = TestApp::with_ada().await;
    let (ada, stranger) = (app.browser(), app.browser());
    stranger.start_reset("ada@demo.example").await.state();
    tokio::task::yield_now().await;
    ada.pass_both_gates(&app, "ada").await;
    ada.set_password(NEW).await.state();
    stranger.state().await.assert_step(&Step::ChooseMethod);
}
