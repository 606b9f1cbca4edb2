//! Parts of pages. They show and emit; they never call the server and know no flow.

mod button;
mod choices;
mod companion;
mod error_summary;
mod form;
mod help_desk;
mod icon;
mod language_select;
mod layout;
mod mention;
mod notice;
mod panel;
mod password_field;
mod password_rules;
mod text_field;
mod time_left;
mod ways;

pub use button::{Button, ButtonLink};
pub use choices::{Choice, Choices};
pub use companion::Companion;
pub use error_summary::{ErrorSummary, Fault, Faults};
pub use form::StepForm;
pub use help_desk::{HelpDesk, Hours};
pub use icon::{Icon, Mark};
pub use language_select::LanguageSelect;
pub use layout::{DemoBanner, Footer, Header, SkipLink};
pub use mention::mention;
pub use notice::{Notice, Tone};
pub use panel::Panel;
pub use password_field::PasswordField;
pub use password_rules::{PasswordRule, PasswordRules};
pub use text_field::{FieldKind, TextField};
pub use time_left::TimeLeft;
pub use ways::{Way, Ways};
