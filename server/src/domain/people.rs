//! People brought in from outside: `import people.csv` and the demonstration's accounts.

use std::collections::BTreeSet;

use async_trait::async_trait;
use jiff::Timestamp;

use crate::domain::account::{Account, AuthenticatorKind};
use crate::domain::address::EmailAddress;
use crate::domain::directory::{Directory, DirectoryError};
use crate::domain::identifier::Identifier;
use crate::domain::ids::SubjectId;
use crate::domain::methods::MethodStore;
use crate::domain::phone::PhoneNumber;
use crate::domain::reset::StorageError;
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

impl NewPerson {
    /// What they registered.
    pub fn registered(&self) -> Vec<AuthenticatorKind> {
        let addresses = self.recovery_addresses.iter().cloned();
        let numbers = self.mobile_numbers.iter().cloned();
        let seeds = self.totp_seed.iter().cloned();
        addresses
            .map(AuthenticatorKind::Email)
            .chain(numbers.map(AuthenticatorKind::Mobile))
            .chain(seeds.map(|seed| AuthenticatorKind::Totp { seed, last_step: 0 }))
            .collect()
    }
}

/// The account of somebody who lives in an outside directory: by the user name, else by the primary mail.
///
/// # Errors
/// [`RegisterError`], if it is not there or not theirs.
pub async fn find_outside(directory: &dyn Directory, person: &NewPerson) -> Result<Account, RegisterError> {
    let mail = person.primary_mail.as_ref();
    let name = match person.user_name.as_str() {
        "" => mail.map(EmailAddress::as_str).unwrap_or_default(),
        name => name,
    };
    let identifier = Identifier::parse(name).map_err(|_| RegisterError::UnusableName)?;
    let account = directory
        .find_account(&identifier)
        .await?
        .ok_or(RegisterError::NotFound)?;
    if mail.is_some() && mail != account.primary_mail.as_ref() {
        return Err(RegisterError::OtherMail);
    }
    let opens = |address: &EmailAddress| Some(address) == account.primary_mail.as_ref();
    if person.recovery_addresses.iter().any(opens) {
        return Err(RegisterError::PrimaryMail);
    }
    Ok(account)
}

/// Adds what somebody registered to their account in an outside directory; what is there already stays
/// once. Returns how many were added.
///
/// # Errors
/// [`RegisterError`]; nothing is changed then.
pub async fn register_outside(
    directory: &dyn Directory,
    methods: &dyn MethodStore,
    person: &NewPerson,
    now: Timestamp,
) -> Result<usize, RegisterError> {
    let account = find_outside(directory, person).await?;
    let confirmed_at = person.confirmed_at.unwrap_or(now);
    let added = methods.import_authenticators(&account.subject, person.registered(), confirmed_at, now);
    Ok(added.await?)
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

/// What somebody registered was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// Nobody, or two people.
    #[error("the directory has not exactly one person of this user name or mail address")]
    NotFound,
    /// Perhaps somebody else.
    #[error("the directory has another mail address for this user name")]
    OtherMail,
    /// A recovery address that the lost password opens.
    #[error("recovery_addresses: the primary mail cannot be one, the lost password opens it")]
    PrimaryMail,
    /// A name cannot be used.
    #[error("the user name cannot be used")]
    UnusableName,
    /// The directory failed.
    #[error("the directory failed: {0}")]
    Directory(#[from] DirectoryError),
    /// The store failed.
    #[error("the store failed: {0}")]
    Storage(#[from] StorageError),
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
