//! Asks, two minutes before the end, whether somebody needs more time.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::Button;
use crate::a11y;
use crate::i18n::{Text, messages as m, t};

/// The dialog.
#[component]
pub fn TimeLeft(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// How much time is left.
    text: Text,
    /// Whether the time can still be extended.
    can_continue: Signal<bool>,
    /// Called for more time.
    on_continue: Callback<()>,
    /// Called to end the reset.
    on_cancel: Callback<()>,
    /// Called when it is closed without an answer.
    on_close: Callback<()>,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() && !dialog.open() {
            // Fails only for a dialog that is not on the page.
            _ = dialog.show_modal();
            // The buttons may be drawn only after this.
            request_animation_frame(|| a11y::focus_first(".dialog button"));
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let answers = move || {
        if !open.get() {
            // A closed dialog holds no buttons that somebody could look for.
            ().into_any()
        } else if can_continue.get() {
            view! {
                <Button label=t(m::common_time_continue()) on_press=on_continue/>
                <Button label=t(m::common_time_cancel()) secondary=true on_press=on_cancel/>
            }
            .into_any()
        } else {
            view! { <Button label=t(m::common_close()) on_press=on_close/> }.into_any()
        }
    };
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-labelledby="time-left-title"
            aria-describedby="time-left-text"
            on:close=move |_| on_close.run(())
        >
            <h2 id="time-left-title">{t(m::common_time_title())}</h2>
            <p id="time-left-text">{text}</p>
            <div class="dialog-actions">{answers}</div>
        </dialog>
    }
    .into_any()
}
