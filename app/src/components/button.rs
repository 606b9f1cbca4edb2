//! Buttons, and links that look like them.

use leptos::prelude::*;

use crate::i18n::Text;

/// A button. While it waits it can be reached, but does nothing.
#[component]
pub fn Button(
    /// What it says.
    label: Text,
    /// Whether another button on the screen matters more.
    #[prop(optional)]
    secondary: bool,
    /// Whether pressing it would be too early.
    #[prop(optional)]
    waiting: Option<Signal<bool>>,
    /// Called when it is pressed.
    on_press: Callback<()>,
    /// What stands behind the label.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let is_waiting = move || waiting.is_some_and(|waiting| waiting.get());
    let press = move |_| {
        if !untrack(is_waiting) {
            on_press.run(());
        }
    };
    view! {
        <button
            type="button"
            class="button"
            data-variant=secondary.then_some("secondary")
            aria-disabled=move || is_waiting().then_some("true")
            on:click=press
        >
            {label}
            {children.map(|children| children())}
        </button>
    }
    .into_any()
}

/// A link that looks like a button.
#[component]
pub fn ButtonLink(
    /// What it says.
    label: Text,
    /// Where it leads.
    to: &'static str,
    /// Whether another button on the screen matters more.
    #[prop(optional)]
    secondary: bool,
) -> impl IntoView {
    view! { <a class="button" data-variant=secondary.then_some("secondary") href=to>{label}</a> }.into_any()
}
