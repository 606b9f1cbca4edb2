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
