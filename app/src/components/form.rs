//! A form with one primary button.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::i18n::{Text, messages as m, t};

/// A form with one primary button. It emits, and does so once until it is no longer busy.
#[component]
pub fn StepForm(
    /// Its id.
    id: &'static str,
    /// What the button says.
    button: Text,
    /// What the button says while the page is busy; without it, "One moment…".
    #[prop(optional)]
    busy_button: Option<Text>,
    /// Whether an earlier submit is on its way.
    busy: RwSignal<bool>,
    /// Called when it is submitted.
    on_submit: Callback<()>,
    /// The fields.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let busy_button = busy_button.unwrap_or_else(|| t(m::common_wait()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            on_submit.run(());
        }
    };
    view! {
        <form id=id method="dialog" novalidate on:submit=submit>
            {children.map(|children| children())}
            <button type="submit" class="button" aria-disabled=move || busy.get().then_some("true")>
                {move || if busy.get() { busy_button.get() } else { button.get() }}
            </button>
        </form>
    }
    .into_any()
}
