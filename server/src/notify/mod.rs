//! Mails and text messages: written in the reader's language, handed to a mail server or a gateway.

mod compose;
mod html;
pub mod sms;
mod smtp;
mod text;

pub use compose::Renderer;
pub use smtp::{SmtpMailer, SmtpMailerError};

/// A mail before it is text or HTML: both are written from the same parts, so neither says more
/// than the other.
struct Document {
    locale: &'static crate::l10n::Locale,
    subject: String,
    organisation: String,
    parts: Vec<Part>,
    help_desk: HelpDeskPart,
    sent_by: String,
}

/// A part of a mail. Codes, links and names stand alone, never inside a sentence, so that no
/// direction mark gets into what is copied.
enum Part {
    Title(String),
    Paragraph(String),
    /// A line that matters more than the others.
    Emphasis(String),
    /// A value that is read, with what it is.
    Fact {
        label: String,
        value: String,
    },
    /// A value that is copied, with what it is.
    Code {
        label: String,
        code: crate::domain::secret::SecretText,
    },
    /// An address that is opened.
    Link {
        lead: String,
        label: String,
        address: String,
    },
}

/// How the help desk is reached.
struct HelpDeskPart {
    heading: String,
    /// Labels and values.
    rows: Vec<(String, HelpDeskValue)>,
    /// Instead of rows.
    unknown: Option<String>,
}

enum HelpDeskValue {
    Phone(String),
    Email(String),
    Link(String),
    Words(String),
}

impl HelpDeskValue {
    fn as_str(&self) -> &str {
        match self {
            Self::Phone(value) | Self::Email(value) | Self::Link(value) | Self::Words(value) => value,
        }
    }
}
