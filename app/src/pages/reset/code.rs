//! Typing the code that was sent, and everything for the case that none comes.

use leptos::prelude::*;
use postern_api::{Method, Secret, SendCode, SubmitCode};

use super::code_life::CodeLife;
use super::flow::ResetFlow;
use super::notice::WhatHappened;
use super::submission::Submission;
use super::{step, ways};
use crate::api::Call;
use crate::browser;
use crate::components::{Button, FieldKind, Notice, Panel, StepForm, TextField, Tone, Ways};
use crate::i18n::table::Message;
use crate::i18n::{messages as m, t, t_with};
use crate::state::code::{CodeFault, check};
use crate::state::screen::first_page;
use crate::state::steps;

/// From this code on, another method may be quicker.
const MANY: u32 = 3;

/// What the page says, by method.
struct Words {
    title: Message,
    sent: fn(u32) -> Message,
    valid: fn(u32) -> Message,
    /// Why no code may come.
    reasons: [Message; 4],
}

fn words(method: Method) -> Words {
    match method {
        Method::Sms => Words {
            title: m::reset_code_sms_title(),
            sent: |number| m::reset_code_sms_sent(number),
            valid: |minutes| m::reset_code_sms_valid(minutes),
            reasons: [
                m::reset_code_sms_why_signal(),
                m::reset_code_sms_why_number(),
                m::reset_code_why_account(),
                m::reset_code_sms_why_blocked(),
            ],
        },
        // An app gets no code sent, and has a page of its own.
        Method::Email | Method::AuthenticatorCode => Words {
            title: m::reset_code_title(),
            sent: |number| m::reset_code_sent(number),
            valid: |minutes| m::reset_code_valid(minutes),
            reasons: [
                m::reset_code_why_slow(),
                m::reset_code_why_address(),
                m::reset_code_why_account(),
                m::reset_code_why_mailbox(),
            ],
        },
    }
}

/// Asks for the code.
#[component]
pub fn SentCode(
    /// The method that sent it.
    method: Method,
) -> impl IntoView {
    let flow = ResetFlow::here();
    let form = Submission::new("code", "code");
    let life = CodeLife::follow(flow);
    let code = RwSignal::new(String::new());
    let digits = flow.site(|site| site.code_digits);
    let submit = Callback::new(move |()| submit_code(flow, form, method, code, digits));
    let Words {
        title,
        sent,
        valid,
        reasons,
    } = words(method);
    let valid = t_with(move || match life.minutes() {
        0 => m::reset_code_over(),
        minutes => valid(minutes),
    });
    view! {
        <Panel
            title=t(title)
            step=step(move || flow.read(|state| steps::gate(state.gates)))
            faults=form.faults
        >
            <WhatHappened/>
            <p class="lead">
                {t_with(move || sent(life.number()))}
                " "
                <bdi dir="ltr">{Signal::derive(move || life.target())}</bdi>
                " "
                <a href=first_page(method).path()>{t(m::reset_code_change())}</a>
            </p>
            <p>{valid}</p>
            <StepForm id="code-form" button=t(m::reset_code_continue()) busy=form.busy on_submit=submit>
                <TextField
                    id="code"
                    kind=FieldKind::Code
                    label=t(m::reset_code_field_label())
                    hint=t_with(move || m::reset_code_hint(digits, life.number()))
                    value=code
                    faults=form.faults
                />
            </StepForm>
            <NothingCame form=form life=life method=method/>
            <details>
                <summary>{t(m::reset_code_why())}</summary>
                <ul>{Vec::from(reasons.map(reason))}</ul>
            </details>
            <Ways ways=vec![ways::other_method(), ways::help(flow), ways::cancel(flow)]/>
        </Panel>
    }
    .into_any()
}

fn reason(why: Message) -> AnyView {
    view! { <li>{t(why)}</li> }.into_any()
}

/// What to do when no code comes: have another one sent, and look again.
#[component]
fn NothingCame(
    /// The form, whose place the next code takes.
    form: Submission,
    /// The code that was sent.
    life: CodeLife,
    /// The method that sent it.
    method: Method,
) -> impl IntoView {
    let flow = ResetFlow::here();
    let (is_early, is_late) = (
        RwSignal::new(untrack(|| life.resend_in() > 0)),
        RwSignal::new(false),
    );
    let shown = browser::now();
    // Changes, and what is said about them, come at the end of the waiting times only, not with
    // every second.
    Effect::new(move |_| {
        let early = life.resend_in() > 0;
        if early != is_early.get_untracked() {
            is_early.set(early);
            if !early {
                flow.say(&m::reset_code_resend_ready());
            }
        }
        if !is_late.get_untracked() && life.is_late(shown) {
            is_late.set(true);
        }
    });
    let resend = Callback::new(move |()| {
        let target = untrack(|| life.target());
        form.send(flow, Call::SendCode(SendCode { method, target }), say_sent);
    });
    let label = t_with(move || match life.resend_in() {
        0 => m::reset_code_resend(),
        seconds => m::reset_code_resend_wait(seconds),
    });
    let late = move || {
        is_late.get().then(|| {
            let hint = t_with(move || match life.number() {
                MANY.. => m::reset_code_many(),
                _ => m::reset_code_exact(),
            });
            view! { <Notice tone=Tone::Info text=hint/> }.into_any()
        })
    };
    view! {
        <Button
            label=label
            secondary=true
            waiting=Signal::derive(move || is_early.get() || form.busy.get())
            on_press=resend
        />
        <div role="status">{late}</div>
    }
    .into_any()
}

fn say_sent(flow: ResetFlow) {
    flow.say(&m::reset_code_resent(CodeLife::follow(flow).number()));
}

/// Judges the length of what was typed and sends it as it was typed.
pub(super) fn submit_code(
    flow: ResetFlow,
    form: Submission,
    method: Method,
    code: RwSignal<String>,
    digits: u8,
) {
    let typed = code.get_untracked();
    match check(&typed, digits) {
        Err(CodeFault::Missing) => form.reject(m::reset_code_missing()),
        Err(CodeFault::NotACode) => form.reject(m::violation_field_not_a_code(digits)),
        Ok(()) => {
            form.send(
                flow,
                Call::SubmitCode(SubmitCode {
                    method,
                    code: Secret::new(typed),
                }),
                |_| (),
            );
        }
    }
}
