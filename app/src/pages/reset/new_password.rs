//! The last step: a new password. It lives in this page only and is cleared when it is sent.

use leptos::prelude::*;
use postern_api::{PasswordRules as Rules, Secret};

use super::flow::ResetFlow;
use super::judge::Judge;
use super::notice::WhatHappened;
use super::submission::Submission;
use super::{step, ways};
use crate::api::Call;
use crate::components::{Panel, PasswordField, PasswordRule, PasswordRules, StepForm, Ways};
use crate::i18n::{messages as m, t};
use crate::state::password::{Judgement, RuleState};
use crate::state::steps;

/// Asks for the new password.
#[component]
pub fn NewPassword() -> impl IntoView {
    let flow = ResetFlow::here();
    let form = Submission::new("password", "new_password");
    let password = RwSignal::new(String::new());
    let shown = RwSignal::new(false);
    let rules = flow.site(|site| site.password);
    let submit = Callback::new(move |()| {
        let typed = password.get_untracked();
        if typed.is_empty() {
            form.reject(m::reset_password_missing());
            return;
        }
        shown.set(false);
        password.set(String::new());
        form.send(flow, Call::SetPassword(Secret::new(typed)), |_| ());
    });
    view! {
        <Panel
            title=t(m::reset_password_title())
            lead=t(m::reset_password_lead())
            step=step(move || flow.read(|state| steps::last(state.gates)))
            faults=form.faults
        >
            <WhatHappened/>
            <StepForm id="password-form" button=t(m::reset_password_save()) busy=form.busy on_submit=submit>
                // Password managers save the new password under this name.
                <input
                    class="visually-hidden"
                    type="text"
                    name="username"
                    autocomplete="username"
                    aria-label=t(m::reset_password_account_label())
                    readonly
                    tabindex="-1"
                    dir="ltr"
                    prop:value=flow.identifier
                />
                <PasswordField
                    id="password"
                    label=t(m::reset_password_field_label())
                    value=password
                    shown=shown
                    faults=form.faults
                >
                    <PasswordRules id="password-hint" rules=list(flow, password, rules)/>
                </PasswordField>
            </StepForm>
            <Ways ways=vec![ways::help(flow), ways::cancel(flow)]/>
        </Panel>
    }
    .into_any()
}

/// The rules in words, judged while typing; the last one only the server judges.
fn list(flow: ResetFlow, password: RwSignal<String>, rules: Rules) -> Vec<PasswordRule> {
    let judge = Judge::fetch();
    let state = move |of: fn(&Judgement) -> RuleState| {
        Signal::derive(move || {
            let names = [flow.identifier.get(), flow.site(|site| site.organisation.clone())];
            let judgement = password.with(|typed| judge.judge(typed, &names, rules));
            of(&judgement).name().to_owned()
        })
    };
    let mut shown = vec![
        PasswordRule {
            text: t(m::reset_password_rule_length(rules.min_length)),
            state: state(|judgement| judgement.length),
        },
        PasswordRule {
            text: t(m::reset_password_rule_maximum(rules.max_length)),
            state: state(|judgement| judgement.maximum),
        },
    ];
    if rules.kinds > 0 {
        shown.push(PasswordRule {
            text: t(m::reset_password_rule_kinds(rules.kinds)),
            state: state(|judgement| judgement.characters),
        });
    }
    if rules.protection {
        shown.push(PasswordRule {
            text: t(m::reset_password_rule_name()),
            state: state(|judgement| judgement.name),
        });
        shown.push(PasswordRule {
            text: t(m::reset_password_rule_common()),
            state: state(|_| RuleState::Open),
        });
    }
    shown
}
