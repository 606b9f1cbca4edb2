//! Something to mention to the help desk: what it is, and the thing itself in one piece.

use leptos::prelude::*;

use crate::i18n::{Mention, t};

/// Draws it, to stand at the end of a sentence or in a paragraph of its own.
pub fn mention(mention: Mention) -> AnyView {
    view! { " " {t(mention.label)} " " <bdi dir="ltr">{mention.value}</bdi> }.into_any()
}
