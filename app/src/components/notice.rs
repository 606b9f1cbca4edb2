//! Something to know before going on.

use leptos::prelude::*;

use crate::i18n::Text;

/// How it is meant.
#[derive(Clone, Copy)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Mind this.
    Warning,
    /// It worked.
    Success,
}

impl Tone {
    const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Success => "success",
        }
    }
}

/// Something to know before going on.
#[component]
pub fn Notice(
    /// How it is meant.
    tone: Tone,
    /// What to know.
    text: Text,
) -> impl IntoView {
    view! { <div class="notice" data-tone=tone.name()><p>{text}</p></div> }.into_any()
}
