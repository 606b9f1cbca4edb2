//! The rules of a new password: pure, so that the server decides by them and the browser can
//! show them while somebody types.
//!
//! Lengths are counted in Unicode code points after normalisation to NFC (NIST SP 800-63B-4
//! section 3.1.1.2). Normalising is the caller's: the server has a table for it, the browser its
//! own function. Nothing is trimmed or cut.
//!
//! [`judge`] is the server's whole judgement. [`judge_while_typing`] is the part that needs no list,
//! for the browser. One more rule is one more [`Violation`], one more line in `judge`, and, if it
//! can be seen without a list, one more member of [`Typing`].
//!
//! The feature `lists`, on by default, brings the bundled data: the common passwords
//! ([`CommonPasswords`]) and the base terms (`Terms::with_base`).

#[cfg(feature = "lists")]
mod common;
#[cfg(feature = "lists")]
mod filter;
mod fuzzy;
mod name;
mod normal;
mod rules;
mod terms;
mod typing;

#[cfg(feature = "lists")]
pub use common::{CommonPasswords, is_common};
#[cfg(feature = "lists")]
pub use filter::{Filter, build_filter};
pub use fuzzy::PASSING_SCORE;
pub use name::MIN_NAME_LENGTH;
pub use rules::{Composition, MAX_BYTES, REQUIRED_KINDS, Rules, Violation, judge};
pub use terms::{MAX_CUSTOM_TERMS, MAX_TERM_LENGTH, MIN_TERM_LENGTH, Terms, TermsError};
pub use typing::{Form, RuleState, Typing, judge_while_typing};
