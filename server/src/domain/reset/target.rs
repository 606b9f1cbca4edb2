//! What somebody types to receive a code: a whole address or a whole number.

use super::ResetRefusal;
use crate::domain::account::Person;
use crate::domain::address::EmailAddress;
use crate::domain::ids::AuthenticatorId;
use crate::domain::method::Method;
use crate::domain::phone::PhoneNumber;
use crate::domain::policy::Policy;

/// A target in its normal form, so that two spellings of one are equal.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// An address.
    Email(EmailAddress),
    /// A number that a text message can reach.
    Sms(PhoneNumber),
}

impl Target {
    /// Reads what was typed for a method.
    pub(super) fn parse(policy: &Policy, method: Method, typed: &str) -> Result<Self, ResetRefusal> {
        match method {
            Method::Email => EmailAddress::parse(typed)
                .map(Self::Email)
                .map_err(ResetRefusal::Address),
            Method::Sms => PhoneNumber::parse(typed, policy.sms.default_region)
                .map(Self::Sms)
                .map_err(ResetRefusal::Phone),
            Method::AuthenticatorCode => Err(ResetRefusal::MethodNotOffered),
        }
    }

    /// The method that it is for.
    pub(super) const fn method(&self) -> Method {
        match self {
            Self::Email(_) => Method::Email,
            Self::Sms(_) => Method::Sms,
        }
    }

    /// The person's own authenticator with this target: only verified ones, never the mailbox that
    /// the lost password opens, never a number that policy sends nothing to.
    pub(super) fn find(&self, policy: &Policy, person: &Person) -> Option<AuthenticatorId> {
        let found = match self {
            Self::Email(typed) => person
                .recovery_addresses()
                .find(|(_, address)| *address == typed)
                .map(|(id, _)| id),
            Self::Sms(typed) => person
                .mobile_numbers()
                .find(|(_, number)| *number == typed && policy.sms.covers(number))
                .map(|(id, _)| id),
        };
        found.cloned()
    }
}
