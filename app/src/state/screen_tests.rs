//! Every address against every step.

use postern_api::{Challenge, Completion, Gates, IneligibleReason, MethodClass, Offer};

use super::*;

fn decided(page: Page, standing: &Standing) -> Decision {
    decide(Some(page), standing, LinkStand::Missing)
}

fn open(step: Step, methods: &[Method]) -> Standing {
    Standing::Open(ResetState {
        flow: "f".to_owned(),
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
                class: MethodClass::Mailbox,
            })
            .collect(),
        ends_in_seconds: 900,
        continues_left: 10,
    })
}

fn verify() -> Step {
    Step::Verify(Challenge {
        method: Method::Email,
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
            Page::Code,
            Page::Authenticator,
            Page::Password,
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
            Page::Identify => assert_eq!(decision, Decision::Show(Screen::Identify)),
            Page::Home | Page::Link | Page::Help | Page::Expired | Page::Cancelled => {
                assert!(matches!(decision, Decision::Show(_)), "{page:?}");
            }
            _ => assert_eq!(decision, Decision::Redirect(Page::Identify), "{page:?}"),
        }
    }
}

#[test]
fn an_open_session_is_offered_at_the_start_unless_it_is_over() {
    for step in steps() {
        let expected = if is_under_way(&step) {
            Screen::Resume
        } else {
            Screen::Identify
        };
        assert_eq!(
            decided(Page::Identify, &open(step, &[])),
            Decision::Show(expected)
        );
    }
}

#[test]
fn another_method_can_be_taken_while_a_code_is_awaited() {
    let standing = open(verify(), &Method::ALL);
    for (page, screen) in [
        (Page::Method, Screen::Method),
        (Page::Email, Screen::Email),
        (Page::Authenticator, Screen::Authenticator),
        (Page::Code, Screen::Code),
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
        decided(Page::Identify, &Standing::Unknown),
        Decision::Show(Screen::Identify)
    );
}
