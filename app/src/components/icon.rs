//! Pictures. They say nothing that words beside them do not say.

use leptos::prelude::*;

/// A picture beside a choice.
#[derive(Clone, Copy)]
pub enum Icon {
    /// An envelope.
    Mail,
    /// A telephone that shows a code.
    App,
    /// A speech bubble.
    Text,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Mail => {
                "M4.5 5h15a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3 6.5l9 7 9-7"
            }
            Self::App => {
                "M7 2.5h10a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2z\
                 M10.5 18.5h3M8.5 10v2M12 10v2M15.5 10v2"
            }
            Self::Text => {
                "M4.5 4h15a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H12l-5 4v-4H4.5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z\
                 M7.5 9h9M7.5 12.5h5"
            }
        }
    }

    /// Draws it.
    pub fn draw(self) -> AnyView {
        view! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d=self.path()/>
            </svg>
        }
        .into_any()
    }
}

/// The mark: an arch with a door that stands open.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" width="30" height="34" viewBox="0 0 30 34" aria-hidden="true" focusable="false">
            <path fill="var(--color-brand)" d="M1 33V15a14 14 0 0 1 28 0v18h-7V16a7 7 0 0 0-14 0v17z"></path>
            <path fill="var(--color-stone)" d="M8 33V16c0-4 3-8 9-9v27z"></path>
            <circle cx="14" cy="22" r="1.5" fill="var(--color-brand)"></circle>
        </svg>
    }
    .into_any()
}
