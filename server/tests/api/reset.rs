//! The main job: a locked-out person sets a new password.

use postern_api::{Completion, IneligibleReason, Method, PasswordViolation, ProblemKind, ProblemType, Step};
use postern_server::domain::directory::PasswordVerdict;
use postern_server::domain::message::MailContent;

use crate::helpers::{PersonBuilder, TestApp};

const NEW: &str = "a quiet orchard at noon";

#[tokio::test]
async fn ada_resets_with_a_mailed_code_and_an_authenticator_code() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();

    let state = browser
        .start_reset("Ada@Demo.example")
        .await
        .assert_step(&Step::ChooseMethod);
    assert_eq!(state.identifier, "Ada@Demo.example");
    assert_eq!((state.gates.required, state.gates.passed), (2, 0));
    assert_eq!(state.ends_in_seconds, 900);

    let state = browser.send_code("ada@home.example").await.assert_verify();
    let Step::Verify(challenge) = &state.step else {
        panic!("not a challenge")
    };
    assert_eq!(
        (
            challenge.number,
            challenge.ends_in_seconds,
            challenge.resend_in_seconds
        ),
        (1, 600, 30)
    );
    assert_eq!(challenge.target, "ada@home.example");
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    assert_eq!(code.len(), 6);

    let state = browser.submit_code(&code).await.assert_step(&Step::ChooseMethod);
    assert_eq!((state.gates.required, state.gates.passed), (2, 1));
    let offered: Vec<Method> = state.offers.iter().map(|offer| offer.method).collect();
    assert_eq!(offered, [Method::AuthenticatorCode]);

    browser
        .submit_totp(&app.totp())
        .await
        .assert_step(&Step::NewPassword);
    browser
        .set_password(NEW)
        .await
        .assert_step(&Step::Done(Completion {
            unlocked: false,
            notified: true,
        }));

    assert_eq!(
        app.try_password("ada@demo.example", NEW).await,
        PasswordVerdict::Right
    );
    assert_eq!(
        app.try_password("ada@demo.example", "correct horse battery staple")
            .await,
        PasswordVerdict::Wrong
    );

    // A reload of the last page still shows it.
    browser.state().await.assert_step(&Step::Done(Completion {
        unlocked: false,
        notified: true,
    }));

    app.run_jobs().await;
    let told: Vec<String> = app
        .mails()
        .into_iter()
        .filter(|mail| matches!(mail.content, MailContent::PasswordWasReset { .. }))
        .map(|mail| mail.to)
        .collect();
    assert_eq!(told, ["ada@demo.example", "ada@home.example"]);
}

#[tokio::test]
async fn the_evidence_tells_the_whole_reset_in_order() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "ada").await;
    browser
        .set_password("short")
        .await
        .assert_problem(ProblemType::PasswordRejected);
    browser.set_password(NEW).await.state();
    app.run_jobs().await;
    assert_eq!(
        app.reasons(),
        [
            "user-submitted-identifier",
            "user-started-verification-option",
            "code-sent",
            "user-completed-verification-option",
            "user-completed-verification-option",
            "password-rejected",
            "user-submitted-new-password",
            "user-successfully-reset-password",
            "user-told-of-reset",
            "user-told-of-reset",
        ]
    );
}

#[tokio::test]
async fn the_gates_can_be_passed_in_either_order() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    let state = browser
        .submit_totp(&app.totp())
        .await
        .assert_step(&Step::ChooseMethod);
    assert_eq!(state.offers.len(), 1);
    browser.pass_mail_gate(&app, "ada").await;
    browser.set_password(NEW).await.state();
    assert_eq!(
        app.try_password("ada@demo.example", NEW).await,
        PasswordVerdict::Right
    );
}

#[tokio::test]
async fn a_password_that_breaks_rules_is_explained_and_nothing_is_lost() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "ada").await;
    let violations = |kind| match kind {
        ProblemKind::PasswordRejected { violations } => violations,
        other => panic!("{other:?}"),
    };
    let short = browser
        .set_password("Contoso1")
        .await
        .assert_problem(ProblemType::PasswordRejected);
    assert_eq!(
        violations(short),
        [
            PasswordViolation::TooShort { min: 15 },
            PasswordViolation::EasilyGuessed,
            PasswordViolation::ContainsOrganisation
        ]
    );
    let long = browser
        .set_password(&"x y".repeat(100))
        .await
        .assert_problem(ProblemType::PasswordRejected);
    assert_eq!(violations(long), [PasswordViolation::TooLong { max: 256 }]);
    let name = browser
        .set_password("my name is demo, example")
        .await
        .assert_problem(ProblemType::PasswordRejected);
    assert_eq!(violations(name), [PasswordViolation::ContainsName]);
    browser.state().await.assert_step(&Step::NewPassword);
    browser.set_password(NEW).await.state();
}

#[tokio::test]
async fn a_password_is_compared_in_nfc_and_never_trimmed() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "ada").await;
    browser
        .set_password("  cafe\u{301} cafe\u{301} cafe\u{301}  ")
        .await
        .state();
    let verdict = app
        .try_password("ada@demo.example", "  caf\u{e9} caf\u{e9} caf\u{e9}  ")
        .await;
    assert_eq!(verdict, PasswordVerdict::Right);
    assert_ne!(
        app.try_password("ada@demo.example", "caf\u{e9} caf\u{e9} caf\u{e9}")
            .await,
        PasswordVerdict::Right
    );
}

#[tokio::test]
async fn one_gate_is_enough_where_policy_says_so_and_the_mail_speaks_the_persons_language() {
    let hana = PersonBuilder::named("hana")
        .without_authenticator()
        .speaking("ar");
    let app = TestApp::new()
        .with(hana)
        .setting("reset.required_methods", "1")
        .build()
        .await;
    let browser = app.browser();
    browser.start_reset("hana@demo.example").await.state();
    browser.pass_mail_gate(&app, "hana").await;
    browser.state().await.assert_step(&Step::NewPassword);
    browser.set_password(NEW).await.state();
    app.run_jobs().await;
    assert!(app.mails().iter().all(|mail| mail.locale == "ar"));
    assert_eq!(app.mails().len(), 3);
}

#[tokio::test]
async fn a_reset_lifts_a_lockout_of_the_directory() {
    let until = jiff::Timestamp::from_second(1_900_000_000).unwrap();
    let app = TestApp::new()
        .with(PersonBuilder::named("eli").locked_until(until))
        .build()
        .await;
    assert_eq!(
        app.try_password("eli@demo.example", "x").await,
        PasswordVerdict::Locked
    );
    let browser = app.browser();
    browser.pass_both_gates(&app, "eli").await;
    let done = Step::Done(Completion {
        unlocked: true,
        notified: true,
    });
    browser.set_password(NEW).await.assert_step(&done);
    assert_eq!(
        app.try_password("eli@demo.example", NEW).await,
        PasswordVerdict::Right
    );
}

#[tokio::test]
async fn an_administrators_reset_is_told_to_the_other_administrators() {
    let groups = ["staff", "sspr-admins"];
    let app = TestApp::new()
        .with(PersonBuilder::named("dai").in_groups(&groups))
        .with(PersonBuilder::named("kim").in_groups(&groups).speaking("ar"))
        .with(PersonBuilder::named("jun").in_groups(&["staff", "helpdesk"]))
        .with(PersonBuilder::named("old").in_groups(&groups).disabled())
        .with(PersonBuilder::named("ada"))
        .build()
        .await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "dai").await;
    browser.set_password(NEW).await.state();
    app.run_jobs().await;
    let mut told: Vec<(String, String)> = app
        .mails()
        .into_iter()
        .filter_map(|mail| match mail.content {
            MailContent::AdministratorReset { administrator, .. } => {
                assert_eq!(administrator, "dai@demo.example");
                Some((mail.to, mail.locale))
            }
            _ => None,
        })
        .collect();
    told.sort();
    let expected = [("jun@demo.example", "en"), ("kim@demo.example", "ar")];
    assert_eq!(
        told,
        expected.map(|(to, locale)| (to.to_owned(), locale.to_owned()))
    );
}

#[tokio::test]
async fn administrators_pass_two_gates_even_where_others_pass_one() {
    let app = TestApp::new()
        .with(PersonBuilder::named("dai").in_groups(&["staff", "sspr-admins"]))
        .setting("reset.required_methods", "1")
        .build()
        .await;
    let browser = app.browser();
    // Before a first proof the number is the organisation's: it must not say who is one.
    let state = browser.start_reset("dai@demo.example").await.state();
    assert_eq!(state.gates.required, 1);
    browser.pass_mail_gate(&app, "dai").await;
    let state = browser.state().await.assert_step(&Step::ChooseMethod);
    assert_eq!((state.gates.required, state.gates.passed), (2, 1));
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::StepOutOfOrder);
    browser
        .submit_totp(&app.totp())
        .await
        .assert_step(&Step::NewPassword);
}

#[tokio::test]
async fn somebody_who_is_disabled_in_the_middle_is_refused_plainly() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "ada").await;
    app.execute("UPDATE accounts SET enabled = 0");
    browser
        .state()
        .await
        .assert_step(&Step::Refused(IneligibleReason::AccountDisabled));
    let kind = browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::NotEligible);
    assert_eq!(
        kind,
        ProblemKind::NotEligible {
            reason: IneligibleReason::AccountDisabled
        }
    );
    assert_eq!(app.directory.writes(), 0);
    assert!(
        app.reasons()
            .contains(&"policy-refused:account-disabled".to_owned())
    );
}

#[tokio::test]
async fn a_proof_of_a_removed_authenticator_counts_no_more() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "ada").await;
    app.execute("UPDATE authenticators SET verified = 0 WHERE method = 'authenticator-code'");
    browser
        .state()
        .await
        .assert_step(&Step::Refused(IneligibleReason::TooFewMethods));
    browser
        .set_password(NEW)
        .await
        .assert_problem(ProblemType::NotEligible);
    assert_eq!(app.directory.writes(), 0);
}
