//! A field for a new password, with a button that makes it readable.

use leptos::prelude::*;

use super::Faults;
use super::text_field::{describe, field_error};
use crate::i18n::{Text, messages as m, t};

/// A field for a new password. It behaves with password managers and never cuts what is typed.
#[component]
pub fn PasswordField(
    /// Id and name of the input.
    id: &'static str,
    /// What to type.
    label: Text,
    /// What was typed. The field follows it, so that clearing it clears the field.
    value: RwSignal<String>,
    /// Whether it can be read; the page hides it again when it is sent.
    shown: RwSignal<bool>,
    /// What has to be put right.
    faults: Faults,
    /// The rules, in an element whose id is the field's with `-hint`.
    children: Children,
) -> impl IntoView {
    let error = faults.beside(id);
    view! {
        <div class="field password-field">
            <label for=id>{label}</label>
            {children()}
            {field_error(id, error)}
            <div class="password-row">
                <input
                    id=id
                    name=id
                    type=move || if shown.get() { "text" } else { "password" }
                    dir="ltr"
                    autocomplete="new-password"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby=describe(id, true, error)
                    aria-invalid=move || error.get().map(|_| "true")
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                />
                <button
                    type="button"
                    class="reveal"
                    aria-controls=id
                    aria-label=t(m::reset_password_show_label())
                    aria-pressed=move || if shown.get() { "true" } else { "false" }
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {t(m::reset_password_show())}
                </button>
            </div>
        </div>
    }
    .into_any()
}
