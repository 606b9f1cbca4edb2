//! A field for one line: label, hint, error and input belong together.

use leptos::prelude::*;

use super::Faults;
use crate::i18n::Text;

/// What a field is for: everything that keyboards and password managers go by.
#[derive(Clone, Copy)]
pub enum FieldKind {
    /// Who somebody is.
    UserName,
    /// An address.
    Email,
    /// A telephone number.
    Phone,
    /// A code that was sent or is shown.
    Code,
}

/// The attributes of a field.
struct Attributes {
    class: &'static str,
    input_type: &'static str,
    autocomplete: &'static str,
    input_mode: Option<&'static str>,
}

impl FieldKind {
    const fn attributes(self) -> Attributes {
        let (class, input_type, autocomplete, input_mode) = match self {
            Self::UserName => ("field", "text", "username", None),
            Self::Email => ("field", "email", "email", Some("email")),
            Self::Phone => ("field", "tel", "tel", Some("tel")),
            Self::Code => ("field code-field", "text", "one-time-code", Some("numeric")),
        };
        Attributes {
            class,
            input_type,
            autocomplete,
            input_mode,
        }
    }
}

/// A field for one line. What is typed is never changed under the person's hands.
#[component]
pub fn TextField(
    /// Id and name of the input.
    id: &'static str,
    /// What it is for.
    kind: FieldKind,
    /// What to type.
    label: Text,
    /// More about it.
    #[prop(optional)]
    hint: Option<Text>,
    /// What was typed; its value at the start stands in the field.
    value: RwSignal<String>,
    /// What has to be put right.
    faults: Faults,
) -> impl IntoView {
    let error = faults.beside(id);
    let described_by = describe(id, hint.is_some(), error);
    let Attributes {
        class,
        input_type,
        autocomplete,
        input_mode,
    } = kind.attributes();
    view! {
        <div class=class>
            <label for=id>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-hint")>{hint}</p> }.into_any())}
            {field_error(id, error)}
            <input
                id=id
                name=id
                type=input_type
                inputmode=input_mode
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                dir="ltr"
                aria-describedby=described_by
                aria-invalid=move || error.get().map(|_| "true")
                prop:value=value.get_untracked()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}

/// The words beside a field, if any.
pub(super) fn field_error(id: &'static str, error: Signal<Option<String>>) -> AnyView {
    (move || {
        error
            .get()
            .map(|text| view! { <p class="field-error" id=format!("{id}-error")>{text}</p> }.into_any())
    })
    .into_any()
}

/// The ids of what describes a field.
pub(super) fn describe(
    id: &'static str,
    has_hint: bool,
    error: Signal<Option<String>>,
) -> Signal<Option<String>> {
    Signal::derive(move || match (error.get().is_some(), has_hint) {
        (true, true) => Some(format!("{id}-error {id}-hint")),
        (true, false) => Some(format!("{id}-error")),
        (false, true) => Some(format!("{id}-hint")),
        (false, false) => None,
    })
}
