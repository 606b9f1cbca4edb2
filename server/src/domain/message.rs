//! What Postern says to people outside the page, and the port that carries it.

use async_trait::async_trait;
use jiff::Timestamp;

use crate::domain::address::EmailAddress;
use crate::domain::phone::PhoneNumber;
use crate::domain::policy::Ineligible;
use crate::domain::reset::Purpose;
use crate::domain::secret::SecretText;

/// A mail before it is written out.
#[derive(Clone)]
pub struct Mail {
    /// To whom.
    pub to: EmailAddress,
    /// The person's language if the directory knows it, else the page's (BCP 47).
    pub locale: String,
    /// IANA zone that the browser stated, for times; UTC is always given as well.
    pub time_zone: Option<String>,
    /// What it says.
    pub content: MailContent,
}

/// What a mail says.
#[derive(Clone)]
pub enum MailContent {
    /// A code and, beside it, a link; both are one challenge.
    ResetCode {
        /// What the flow is for.
        purpose: Purpose,
        /// The code.
        code: SecretText,
        /// The token of the link.
        link_token: SecretText,
        /// Which code of the flow it is, from 1.
        number: u32,
        /// Minutes that it is good for.
        minutes: u32,
        /// When it was asked for.
        requested_at: Timestamp,
    },
    /// Somebody wants to reset the account of this address's owner, and policy refuses.
    ResetRefused {
        /// Why.
        reason: Ineligible,
        /// When it was asked for.
        requested_at: Timestamp,
    },
    /// The person's password was reset.
    PasswordWasReset {
        /// When.
        at: Timestamp,
    },
    /// The person's account was unlocked, the password stayed.
    AccountWasUnlocked {
        /// When.
        at: Timestamp,
    },
    /// Another administrator reset their password.
    AdministratorReset {
        /// User name of the administrator who did.
        administrator: String,
        /// When.
        at: Timestamp,
    },
}

/// A text message before it is written out.
#[derive(Clone)]
pub struct Text {
    /// To whom.
    pub to: PhoneNumber,
    /// The person's language if the directory knows it, else the page's (BCP 47).
    pub locale: String,
    /// What it says.
    pub content: TextContent,
}

/// What a text message says. No name, no user name and no link ever stands in one (S-18).
#[derive(Clone)]
pub enum TextContent {
    /// A code.
    ResetCode {
        /// What the flow is for.
        purpose: Purpose,
        /// The code.
        code: SecretText,
        /// Which code of the flow it is, from 1.
        number: u32,
        /// Minutes that it is good for.
        minutes: u32,
    },
    /// Somebody wants to reset the account of this number's owner, and policy refuses.
    ResetRefused {
        /// Why.
        reason: Ineligible,
    },
}

/// Writes a text message out and hands it to a gateway.
#[async_trait]
pub trait Texter: Send + Sync {
    /// Writes it out in the right language; the same work whether or not it will leave.
    fn render(&self, text: &Text) -> RenderedText;

    /// Hands it over.
    ///
    /// # Errors
    /// [`DeliveryError`] says whether trying again can help.
    async fn send(&self, text: RenderedText) -> Result<(), DeliveryError>;
}

/// A text message as it goes to the gateway.
pub struct RenderedText {
    /// To whom.
    pub to: PhoneNumber,
    /// The language that was asked for (BCP 47).
    pub locale: String,
    /// The whole text.
    pub body: SecretText,
}

/// Writes a mail out and hands it to a mail server.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Writes it out in the right language; the same work whether or not it will leave.
    ///
    /// # Errors
    /// [`DeliveryError::Permanent`] when it cannot be written at all.
    fn render(&self, mail: &Mail) -> Result<RenderedMail, DeliveryError>;

    /// Hands it over.
    ///
    /// # Errors
    /// [`DeliveryError`] says whether trying again can help.
    async fn send(&self, mail: RenderedMail) -> Result<(), DeliveryError>;
}

/// A mail as it goes to the server.
pub struct RenderedMail {
    /// To whom.
    pub to: EmailAddress,
    /// Subject line; never carries the code.
    pub subject: String,
    /// The plain text, complete on its own.
    pub text: String,
    /// The same as HTML.
    pub html: String,
}

/// Why a mail did not leave.
#[derive(Debug, thiserror::Error)]
pub enum DeliveryError {
    /// Trying again can help.
    #[error("the message cannot be taken now: {0}")]
    Temporary(String),
    /// Trying again cannot help.
    #[error("the message is refused: {0}")]
    Permanent(String),
}
