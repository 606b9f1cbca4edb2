//! Every sentence that the server shows, in the reader's language.
//!
//! # How do I add one more language?
//! Its folder in `locales/` and its line in [`locales::supported`].

mod format;
mod locales;
mod negotiate;
mod sources;
mod texts;

pub use format::{FormattedInstant, format_instant, format_number};
pub use locales::{Direction, FALLBACK, Locale, default_offer, find_supported, supported};
pub use negotiate::{best_match, negotiate};
pub use texts::{Args, Texts};

/// Whether the texts of a language are in this binary; the machine-made ones are only in test builds.
pub fn is_compiled(tag: &str) -> bool {
    sources::sources().iter().any(|(locale, _, _)| *locale == tag)
}
