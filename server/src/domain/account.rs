//! A person as the directory knows them, and what they registered here.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::domain::address::EmailAddress;
use crate::domain::ids::{AuthenticatorId, SubjectId};
use crate::domain::method::Method;
use crate::domain::phone::PhoneNumber;
use crate::domain::secret::SecretBytes;

/// A directory entry, in the words of this domain.
#[derive(Clone)]
pub struct Account {
    /// The directory's own immutable id.
    pub subject: SubjectId,
    /// What the person signs in with.
    pub user_name: String,
    /// The mailbox that the password opens; never a recovery address.
    pub primary_mail: Option<EmailAddress>,
    /// Given name.
    pub given_name: Option<String>,
    /// Family name.
    pub family_name: Option<String>,
    /// Name to be shown.
    pub display_name: Option<String>,
    /// BCP 47 tag of the person's language, if the directory knows it.
    pub locale: Option<String>,
    /// Groups, nested ones resolved.
    pub groups: BTreeSet<String>,
    /// Whether the directory lets the account sign in.
    pub enabled: bool,
    /// Until when the directory locked the account.
    pub locked_until: Option<Timestamp>,
    /// Whether the password must be changed at the next sign-in.
    pub must_change: bool,
    /// Whether the directory protects the account from being reset here.
    pub protected: bool,
}

impl Account {
    /// Whether the directory keeps the account locked at this moment.
    pub fn is_locked(&self, now: Timestamp) -> bool {
        self.locked_until.is_some_and(|until| until > now)
    }
}

/// One registered authenticator, opened for use.
#[derive(Clone)]
pub struct Authenticator {
    /// Its name.
    pub id: AuthenticatorId,
    /// What it is, with its target or seed.
    pub kind: AuthenticatorKind,
    /// Whether its owner proved it once; only then does it count.
    pub verified: bool,
}

/// What an authenticator is.
#[derive(Clone)]
pub enum AuthenticatorKind {
    /// A recovery mail address.
    Email(EmailAddress),
    /// A mobile number.
    Mobile(PhoneNumber),
    /// A TOTP seed and the last time step that was used with it.
    Totp {
        /// The shared secret, 160 bits.
        seed: SecretBytes,
        /// Steps up to here are spent.
        last_step: u64,
    },
}

impl Authenticator {
    /// The method that it serves.
    pub const fn method(&self) -> Method {
        match self.kind {
            AuthenticatorKind::Email(_) => Method::Email,
            AuthenticatorKind::Mobile(_) => Method::Sms,
            AuthenticatorKind::Totp { .. } => Method::AuthenticatorCode,
        }
    }
}

/// An account together with what it registered: all that policy looks at.
#[derive(Clone)]
pub struct Person {
    /// The directory's side.
    pub account: Account,
    /// Our side.
    pub authenticators: Vec<Authenticator>,
}

impl Person {
    /// Verified authenticators of a method.
    pub fn verified(&self, method: Method) -> impl Iterator<Item = &Authenticator> {
        self.authenticators
            .iter()
            .filter(move |one| one.verified && one.method() == method)
    }

    /// Verified mobile numbers.
    pub fn mobile_numbers(&self) -> impl Iterator<Item = (&AuthenticatorId, &PhoneNumber)> {
        self.authenticators
            .iter()
            .filter(|one| one.verified)
            .filter_map(|one| match &one.kind {
                AuthenticatorKind::Mobile(number) => Some((&one.id, number)),
                _ => None,
            })
    }

    /// Verified recovery addresses, without the mailbox that the lost password opens: a code
    /// must never go there.
    pub fn recovery_addresses(&self) -> impl Iterator<Item = (&AuthenticatorId, &EmailAddress)> {
        self.verified(Method::Email).filter_map(|one| match &one.kind {
            AuthenticatorKind::Email(address) if Some(address) != self.account.primary_mail.as_ref() => {
                Some((&one.id, address))
            }
            _ => None,
        })
    }
}
