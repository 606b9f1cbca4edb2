//! What has to be put right: the list above the form, and the same words beside each field.

use leptos::prelude::*;

use super::mention;
use crate::a11y;
use crate::i18n::table::Message;
use crate::i18n::{I18n, Mention, messages as m, t};

/// One thing that has to be put right.
#[derive(Clone, PartialEq)]
pub struct Fault {
    /// The id of the field that it is about; empty if it is about none.
    pub field: &'static str,
    /// What to do about it.
    pub message: Message,
    /// What to mention to the help desk; usually nothing.
    pub mention: Option<Mention>,
}

impl Fault {
    /// A fault of one field.
    pub fn of(field: &'static str, message: Message) -> Self {
        Self {
            field,
            message,
            mention: None,
        }
    }
}

/// Everything that has to be put right on a page.
#[derive(Clone, Copy)]
pub struct Faults(RwSignal<Vec<Fault>>);

impl Faults {
    /// Nothing.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Forgets everything.
    pub fn clear(self) {
        if !self.0.with_untracked(Vec::is_empty) {
            self.0.set(Vec::new());
        }
    }

    /// Says what has to be put right; the summary takes the focus.
    pub fn set(self, faults: Vec<Fault>) {
        self.0.set(faults);
    }

    /// Whether there is something.
    pub fn any(self) -> bool {
        self.0.with(|faults| !faults.is_empty())
    }

    /// What stands beside a field.
    pub fn beside(self, field: &'static str) -> Signal<Option<String>> {
        let i18n = I18n::here();
        Signal::derive(move || {
            self.0.with(|faults| {
                let mut texts = faults
                    .iter()
                    .filter(|fault| fault.field == field)
                    .map(|fault| i18n.text(&fault.message));
                let mut all = texts.next()?;
                for text in texts {
                    // The style keeps lines apart.
                    all.push('\n');
                    all.push_str(&text);
                }
                Some(all)
            })
        })
    }
}

/// The list above a form. It takes the focus whenever it appears or changes.
#[component]
pub fn ErrorSummary(
    /// What it lists.
    faults: Faults,
) -> impl IntoView {
    Effect::new(move |_| {
        if faults.any() {
            request_animation_frame(|| a11y::focus_first(".error-summary"));
        }
    });
    move || {
        faults.any().then(|| {
            let items: Vec<AnyView> = faults.0.get().into_iter().map(item).collect();
            view! {
                <div class="error-summary" role="alert" tabindex="-1">
                    <h2>{t(m::common_error_title())}</h2>
                    <ul>{items}</ul>
                </div>
            }
            .into_any()
        })
    }
}

fn item(fault: Fault) -> AnyView {
    let text = t(fault.message);
    if fault.field.is_empty() {
        return view! { <li>{text} {fault.mention.map(mention)}</li> }.into_any();
    }
    let field = fault.field;
    let follow = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        a11y::focus(field);
    };
    view! { <li><a href=format!("#{field}") on:click=follow>{text}</a></li> }.into_any()
}
