//! Every word that a person reads: the table of the current language, and what follows it.
//!
//! [`messages`] (generated) makes a [`Message`], [`I18n`] turns it into text. Components take
//! [`Text`], a signal, so that a page stays as it is while its language changes.

pub mod messages;
pub mod table;

mod plural;
mod problem;
mod violation;

use leptos::prelude::*;
use table::{Message, Table};

pub use plural::Plurals;
pub use problem::{Mention, error, mention, problem, refusal, refusal_code};
pub use violation::{PHONE_EXAMPLE, field_violation, password_violation};

/// A text that follows the language.
pub type Text = Signal<String>;

/// The current language.
struct Language {
    tag: String,
    organisation: String,
    table: Table,
    plurals: Plurals,
}

/// The context that turns messages into text.
#[derive(Clone, Copy)]
pub struct I18n {
    language: RwSignal<Language, LocalStorage>,
}

impl I18n {
    /// Starts with one language.
    pub fn new(tag: &str, table: Table, organisation: &str) -> Self {
        let language = Language {
            tag: tag.to_owned(),
            organisation: organisation.to_owned(),
            table,
            plurals: Plurals::new(tag),
        };
        Self {
            language: RwSignal::new_local(language),
        }
    }

    /// The context that [`App`](crate::app::App) provides.
    pub fn here() -> Self {
        expect_context()
    }

    /// Changes the language of everything that is shown.
    pub fn set(self, tag: &str, table: Table) {
        self.language.update(|language| {
            tag.clone_into(&mut language.tag);
            language.table = table;
            language.plurals = Plurals::new(tag);
        });
    }

    /// The text of a message; whoever calls this while drawing is told when the language changes.
    pub fn text(self, message: &Message) -> String {
        self.language.with(|language| language.text(message))
    }

    /// The text of a message as it is now.
    pub fn text_now(self, message: &Message) -> String {
        self.language.with_untracked(|language| language.text(message))
    }

    /// The organisation's name, which stands in many texts.
    pub fn organisation(self) -> String {
        self.language.with(|language| language.organisation.clone())
    }

    /// The BCP 47 tag of the language.
    pub fn tag(self) -> String {
        self.language.with(|language| language.tag.clone())
    }

    /// The BCP 47 tag of the language as it is now.
    pub fn tag_now(self) -> String {
        self.language.with_untracked(|language| language.tag.clone())
    }
}

impl Language {
    fn text(&self, message: &Message) -> String {
        self.table
            .format(message, &|number| self.plurals.category(number))
    }
}

/// A text that only the language changes.
pub fn t(message: Message) -> Text {
    let i18n = I18n::here();
    Signal::derive(move || i18n.text(&message))
}

/// Several texts, a line each.
pub fn lines(messages: Vec<Message>) -> Text {
    let i18n = I18n::here();
    Signal::derive(move || {
        let mut all = String::new();
        for message in &messages {
            if !all.is_empty() {
                all.push('\n');
            }
            all.push_str(&i18n.text(message));
        }
        all
    })
}

/// A text whose message changes too, with a number in it for example.
pub fn t_with(message: impl Fn() -> Message + Send + Sync + 'static) -> Text {
    let i18n = I18n::here();
    Signal::derive(move || i18n.text(&message()))
}
