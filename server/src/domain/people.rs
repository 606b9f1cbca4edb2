//! People brought in from outside: `import people.csv` and the demonstration's accounts.

use std::collections::BTreeSet;

use async_trait::async_trait;
use jiff::Timestamp;

use crate::domain::address::EmailAddress;
use crate::domain::ids::SubjectId;
use crate::domain::phone::PhoneNumber;
use crate::domain::secret::{SecretBytes, SecretText};

/// One person for the embedded directory, with what they registered.
#[derive(Clone)]
pub struct NewPerson {
    /// What the person signs in with.
    pub user_name: String,
    /// The mailbox that the password opens.
    pub primary_mail: Option<EmailAddress>,
    /// Given name.
    pub given_name: Option<String>,
    /// Family name.
    pub family_name: Option<String>,
    /// Name to be shown.
    pub display_name: Option<String>,
    /// BCP 47 tag of their language.
    pub locale: Option<String>,
    /// Groups that the account is directly in.
    pub groups: BTreeSet<String>,
    /// Whether the account may sign in.
    pub enabled: bool,
    /// Until when it is locked.
    pub locked_until: Option<Timestamp>,
    /// Whether the password must be changed at the next sign-in.
    pub must_change: bool,
    /// The password; without one nobody can sign in until a reset.
    pub password: Option<SecretText>,
    /// Recovery addresses that count as verified.
    pub recovery_addresses: Vec<EmailAddress>,
    /// Mobile numbers that count as verified.
    pub mobile_numbers: Vec<PhoneNumber>,
    /// The seed of an authenticator app.
    pub totp_seed: Option<SecretBytes>,
    /// When the person last confirmed what they registered.
    pub confirmed_at: Option<Timestamp>,
}

/// Takes people in.
#[async_trait]
pub trait PeopleImporter: Send + Sync {
    /// Adds a person with everything they registered, in one transaction.
    ///
    /// # Errors
    /// [`ImportError::Exists`] if the user name or mail is taken; nothing is changed then.
    async fn import(&self, person: NewPerson, now: Timestamp) -> Result<SubjectId, ImportError>;
}

/// A person was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The user name or the mail belongs to somebody.
    #[error("the user name or mail address is taken")]
    Exists,
    /// A name cannot be used.
    #[error("the user name cannot be used")]
    UnusableName,
    /// The store failed.
    #[error("the store failed: {0}")]
    Storage(String),
}
