//! Every address against every step.

use postern_api::{Challenge, Completion, Gates, IneligibleReason, Offer};

use super::*;

fn decided(page: Page, standing: &Standing) -> Decision {
    decide(Some(page), standing, LinkStand::Missing)
}

fn open(step: Step, methods: &[Method]) -> Standing {
    Standing::Open(ResetState {
        flow: "f".to_owned(),
        purpose: Purpose::Reset,
        identifier: "ada".to_owned(),
        step,
        gates: Gates {
            required: 2,
            passed: 0,
        },
        offers: methods
            .iter()
            .map(|&method| Offer {
                method,
                class: method.class(),
                masked_targets: Vec::new(),
            })
            .collect(),
        ends_in_seconds: 900,
        continues_left: 10,
    })
}

const LOCKED: Lockout = Lockout { locked: true };

fn verify() -> Step {
    sent_by(Method::Email)
}

fn sent_by(method: Method) -> Step {
    Step::Verify(Challenge {
        method,
        target: "ada@home.example".to_owned(),
        number: 1,
        ends_in_seconds: 600,
        resend_in_seconds: 30,
    })
}

fn steps() -> Vec<Step> {
    vec![
        Step::ChooseMethod,
        verify(),
        Step::NewPassword,
        Step::Unlock(LOCKED),
        Step::Writing,
        Step::Done(Completion {
            unlocked: false,
            notified: true,
        }),
        Step::Refused(IneligibleReason::NotInScope),
        Step::Exhausted,
    ]
}

#[test]
fn the_page_that_is_due_is_always_allowed() {
    for step in steps() {
        let page = due_page(&step);
        let decision = decided(page, &open(step, &Method::ALL));
        assert!(matches!(decision, Decision::Show(_)), "{page:?}");
    }
}

#[test]
fn a_page_that_is_no_longer_allowed_leads_to_the_one_that_is_due() {
    for step in steps() {
        let due = due_page(&step);
        let standing = open(step, &[]);
        for page in [
            Page::Email,
            Page::Sms,
            Page::Code,
            Page::Authenticator,
            Page::Password,
            Page::Unlock,
            Page::Done,
        ] {
            if page != due {
                assert_eq!(
                    decided(page, &standing),
                    Decision::Redirect(due),
                    "{page:?} {standing:?}"
                );
            }
        }
    }
}

#[test]
fn without_a_session_every_step_leads_to_the_first() {
    for page in Page::ALL {
        let decision = decided(page, &Standing::Missing);
        match page {
            Page::Identify(purpose) => {
                assert_eq!(decision, Decision::Show(Screen::Identify(purpose)));
            }
            Page::Unlock => assert_eq!(decision, Decision::Redirect(Page::Identify(Purpose::Unlock))),
            Page::Home | Page::Link | Page::Help | Page::Expired | Page::Cancelled => {
                assert!(matches!(decision, Decision::Show(_)), "{page:?}");
            }
            _ => assert_eq!(
                decision,
                Decision::Redirect(Page::Identify(Purpose::Reset)),
                "{page:?}"
            ),
        }
    }
}

#[test]
fn an_open_session_is_offered_at_the_start_unless_it_is_over() {
    for step in steps() {
        for purpose in [Purpose::Reset, Purpose::Unlock] {
            let expected = if is_under_way(&step) {
                Screen::Resume(purpose)
            } else {
                Screen::Identify(purpose)
            };
            assert_eq!(
                decided(Page::Identify(purpose), &open(step.clone(), &[])),
                Decision::Show(expected)
            );
        }
    }
}

#[test]
fn another_method_can_be_taken_while_a_code_is_awaited() {
    let standing = open(verify(), &Method::ALL);
    for (page, screen) in [
        (Page::Method, Screen::Method),
        (Page::Email, Screen::Target(Method::Email)),
        (Page::Sms, Screen::Target(Method::Sms)),
        (Page::Authenticator, Screen::Authenticator),
        (Page::Code, Screen::Code(Method::Email)),
    ] {
        assert_eq!(decided(page, &standing), Decision::Show(screen));
    }
}

#[test]
fn a_step_waits_until_the_server_has_answered() {
    assert_eq!(
        decided(Page::Password, &Standing::Unknown),
        Decision::Show(Screen::Waiting)
    );
    assert_eq!(
        decided(Page::Identify(Purpose::Unlock), &Standing::Unknown),
        Decision::Show(Screen::Identify(Purpose::Unlock))
    );
}

#[test]
fn the_code_screen_is_that_of_the_method_that_sent_it() {
    for method in [Method::Email, Method::Sms] {
        assert_eq!(
            decided(Page::Code, &open(sent_by(method), &[])),
            Decision::Show(Screen::Code(method))
        );
    }
}

#[test]
fn a_method_whose_code_is_on_its_way_leads_to_the_code() {
    let live = |seconds| seconds;
    assert_eq!(chosen_page(Method::Sms, &sent_by(Method::Sms), live), Page::Code);
    assert_eq!(
        chosen_page(Method::Email, &sent_by(Method::Sms), live),
        Page::Email
    );
    assert_eq!(
        chosen_page(Method::Sms, &sent_by(Method::Sms), |_| 0),
        Page::Sms,
        "its time is up"
    );
    assert_eq!(chosen_page(Method::Sms, &Step::ChooseMethod, live), Page::Sms);
    assert_eq!(
        chosen_page(Method::AuthenticatorCode, &verify(), live),
        Page::Authenticator
    );
}

#[test]
fn a_code_that_ended_is_told_from_a_step_that_was_passed() {
    assert!(has_code_ended(Page::Code, &open(Step::ChooseMethod, &[])));
    assert!(!has_code_ended(Page::Code, &open(verify(), &[])));
    assert!(!has_code_ended(Page::Code, &open(Step::NewPassword, &[])));
    assert!(!has_code_ended(Page::Method, &open(Step::ChooseMethod, &[])));
    assert!(!has_code_ended(Page::Code, &Standing::Missing));
}

#[test]
fn unlocking_says_whether_there_is_anything_to_unlock() {
    for locked in [true, false] {
        let lockout = Lockout { locked };
        let standing = open(Step::Unlock(lockout), &Method::ALL);
        assert_eq!(
            decided(Page::Unlock, &standing),
            Decision::Show(Screen::Unlock(lockout))
        );
        assert_eq!(
            decided(Page::Password, &standing),
            Decision::Redirect(Page::Unlock)
        );
    }
    assert!(is_expiring(&Step::Unlock(LOCKED)));
    assert!(is_under_way(&Step::Unlock(LOCKED)));
}

#[test]
fn a_refusal_can_come_at_the_start() {
    let standing = open(Step::Refused(IneligibleReason::AccountUnknown), &[]);
    assert_eq!(
        decided(Page::Method, &standing),
        Decision::Redirect(Page::Refused)
    );
    assert_eq!(
        decided(Page::Identify(Purpose::Reset), &standing),
        Decision::Show(Screen::Identify(Purpose::Reset))
    );
}
