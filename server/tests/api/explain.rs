//! The mode that explains: for portals that only colleagues can reach (law 3).

use postern_api::{FieldViolationCode, IneligibleReason, Method, ProblemKind, ProblemType, Step};

use crate::helpers::{Fault, PersonBuilder, TestApp};

const NUMBER: &str = "+12025550101";

fn explaining() -> crate::helpers::TestAppBuilder {
    TestApp::new().setting("reset.disclosure", "explain")
}

#[tokio::test]
async fn people_see_their_own_methods_with_masked_targets_from_the_start() {
    let app = explaining()
        .with(
            PersonBuilder::named("ada")
                .without_authenticator()
                .with_mobile(NUMBER),
        )
        .build()
        .await;
    let state = app.browser().start_reset("ada@demo.example").await.state();
    let offers: Vec<(Method, Vec<String>)> = state
        .offers
        .into_iter()
        .map(|offer| (offer.method, offer.masked_targets))
        .collect();
    assert_eq!(
        offers,
        [
            (Method::Email, vec!["a•••@h•••.example".to_owned()]),
            (Method::Sms, vec!["+1••••••••01".to_owned()]),
        ]
    );
}

#[tokio::test]
async fn law_3_the_uniform_mode_shows_no_target_even_after_a_proof() {
    let app = TestApp::new()
        .with(PersonBuilder::named("ada").with_mobile(NUMBER))
        .build()
        .await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.pass_mail_gate(&app, "ada").await;
    let state = browser.state().await.state();
    assert!(!state.offers.is_empty());
    assert!(state.offers.iter().all(|offer| offer.masked_targets.is_empty()));
}

/// Every row of table 1.3 of the Entra reference that is about the account.
#[tokio::test]
async fn each_refusal_is_told_with_its_reason() {
    let ada = || PersonBuilder::named("ada");
    let cases = [
        (explaining(), IneligibleReason::AccountUnknown, None),
        (
            explaining()
                .setting("reset.scope", "none")
                .setting("reset.include", ""),
            IneligibleReason::ResetDisabled,
            Some(ada()),
        ),
        (
            explaining().setting("methods.email.include", "contractors"),
            IneligibleReason::NoPolicy,
            Some(ada().in_groups(&["staff", "robots"])),
        ),
        (
            explaining().setting("reset.entitled", "premium"),
            IneligibleReason::NotEntitled,
            Some(ada()),
        ),
        (
            explaining(),
            IneligibleReason::NotInScope,
            Some(ada().in_groups(&[])),
        ),
        (
            explaining(),
            IneligibleReason::TooFewMethods,
            Some(ada().without_authenticator()),
        ),
        (
            explaining(),
            IneligibleReason::AccountDisabled,
            Some(ada().disabled()),
        ),
        (
            explaining().setting("administrators.may_reset", "false"),
            IneligibleReason::AdministratorsExcluded,
            Some(ada().in_groups(&["staff", "helpdesk"])),
        ),
    ];
    for (builder, reason, person) in cases {
        let builder = if reason == IneligibleReason::NoPolicy {
            builder
                .setting("methods.sms.enabled", "false")
                .setting("methods.authenticator_code.exclude", "robots")
        } else {
            builder
        };
        let builder = match person {
            Some(person) => builder.with(person),
            None => builder,
        };
        let app = builder.build().await;
        let browser = app.browser();
        browser
            .start_reset("ada@demo.example")
            .await
            .assert_step(&Step::Refused(reason));
        // A client that goes on all the same gets nowhere.
        let answer = browser.send_code("ada@home.example").await;
        if reason == IneligibleReason::ResetDisabled || reason == IneligibleReason::AccountUnknown {
            assert!(answer.status.is_client_error());
        } else {
            answer.assert_problem(ProblemType::NotEligible);
        }
        app.run_jobs().await;
        assert!(app.mails().is_empty(), "{reason:?}");
    }
}

#[tokio::test]
async fn a_target_that_is_not_registered_is_said_so_and_counted() {
    let app = explaining().with(PersonBuilder::named("ada")).build().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    for _ in 0..9 {
        let answer = browser.send_code("wrong@home.example").await;
        let ProblemKind::FieldsRejected { violations } = answer.assert_problem(ProblemType::FieldsRejected)
        else {
            unreachable!()
        };
        assert_eq!(violations[0].code, FieldViolationCode::NotRegistered);
    }
    browser
        .send_code("wrong@home.example")
        .await
        .assert_problem(ProblemType::TooManyAttempts);
    browser.state().await.assert_step(&Step::Exhausted);
}

#[tokio::test]
async fn a_whole_reset_works() {
    let app = explaining().with(PersonBuilder::named("ada")).build().await;
    let browser = app.browser();
    browser.pass_both_gates(&app, "ada").await;
    browser.set_password("a lighthouse in the fog").await.state();
}

#[tokio::test]
async fn a_directory_that_is_down_or_wrongly_set_up_is_told_at_the_start() {
    let app = explaining().with(PersonBuilder::named("ada")).build().await;
    for (fault, problem, code) in [
        (Fault::Unavailable, ProblemType::DirectoryUnavailable, 30),
        (Fault::Misconfigured, ProblemType::DirectoryMisconfigured, 29),
    ] {
        app.directory.set(fault);
        let kind = app
            .browser()
            .start_reset("ada@demo.example")
            .await
            .assert_problem(problem);
        assert_eq!(kind.support_code(), Some(code));
    }
    app.directory.set(Fault::None);
    app.browser().start_reset("ada@demo.example").await.state();
}

#[tokio::test]
async fn law_3_in_the_uniform_mode_a_directory_that_is_down_shows_nothing_at_the_start() {
    let app = TestApp::with_ada().await;
    app.directory.set(Fault::Misconfigured);
    app.browser().start_reset("ada@demo.example").await.state();
}
