//! The quiet companion beside the panel, on wide screens only.

use leptos::prelude::*;

use crate::i18n::{messages as m, t};

/// The picture of the gate, and what will happen.
#[component]
pub fn Companion(
    /// How many ways of proving the organisation asks for.
    ways: u8,
) -> impl IntoView {
    view! {
        <aside class="companion">
            <svg viewBox="0 0 280 252" aria-hidden="true" focusable="false">
                <path fill="var(--color-brand-soft)" d="M14 232V126a126 126 0 0 1 252 0v106z"></path>
                <path fill="var(--color-wall)" d="M53 232V128a87 87 0 0 1 174 0v104z"></path>
                <path fill="none" stroke="var(--color-stone)" stroke-width="22" stroke-dasharray="22.4 3" pathLength="378" d="M77 232V128a63 63 0 0 1 126 0v104"></path>
                <path fill="var(--color-glow)" d="M92 232V128a48 48 0 0 1 96 0v104z"></path>
                <path fill="var(--color-glow)" opacity=".6" d="M137 232h51l46 18h-97z"></path>
                <path fill="var(--color-door)" d="M92 232V128c0-26 18-46 46-53v171z"></path>
                <path fill="none" stroke="var(--color-ink)" stroke-width="2" opacity=".22" d="M107 96v139m15-152v156"></path>
                <circle cx="129" cy="166" r="3.5" fill="var(--color-glow)"></circle>
                <path fill="none" stroke="var(--color-line)" stroke-width="2" d="M0 233h53m174 0h53"></path>
            </svg>
            <h2>{t(m::reset_companion_title())}</h2>
            <p>{t(m::reset_companion_text(ways))}</p>
        </aside>
    }
    .into_any()
}
