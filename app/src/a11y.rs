//! What people notice who do not see the page: focus, and the polite live region.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Says something through the page's live region.
#[derive(Clone, Copy)]
pub struct Announcer {
    said: RwSignal<String>,
    /// Counts what was said, so that an older text neither comes late nor takes a newer one away.
    turn: StoredValue<u32>,
}

impl Announcer {
    /// A silent one.
    pub fn new() -> Self {
        Self {
            said: RwSignal::new(String::new()),
            turn: StoredValue::new(0),
        }
    }

    /// The context that [`App`](crate::app::App) provides.
    pub fn here() -> Self {
        expect_context()
    }

    /// What the live region holds.
    pub fn said(self) -> RwSignal<String> {
        self.said
    }

    /// Says a text, even if it is the one that was said last, and forgets it after a while.
    pub fn say(self, text: String) {
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        self.said.set(String::new());
        let put = move |text: String| {
            if self.turn.get_value() == turn {
                self.said.set(text);
            }
        };
        set_timeout(move || put(text), Duration::from_millis(60));
        set_timeout(move || put(String::new()), Duration::from_secs(6));
    }

    /// What was said, or was about to be, is no longer true.
    pub fn hush(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.said.set(String::new());
    }
}

/// A screen appears: its heading takes the focus, unless it is the first one, which the person
/// has been reading already.
pub fn arrive() {
    if document()
        .document_element()
        .is_some_and(|root| root.has_attribute("data-started"))
    {
        request_animation_frame(|| focus_first("h1"));
    }
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    focus_element(document().get_element_by_id(id));
}

/// Moves the focus to the first element that a selector finds.
pub fn focus_first(selector: &str) {
    focus_element(document().query_selector(selector).ok().flatten());
}

fn focus_element(element: Option<web_sys::Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that is gone meanwhile takes no focus, and that is all.
        _ = element.focus();
    }
}
