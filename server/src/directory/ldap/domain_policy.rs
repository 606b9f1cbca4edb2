//! The password policy of a domain: its own, or the fine-grained one that holds for an account.
//! A server says only that its policy refuses a password; which part of it is found here.

use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroizing;

use super::connection::Lease;
use super::entry::{self, Entry};
use crate::domain::directory::DirectoryRefusal;
use crate::domain::secret::SecretText;

/// `pwdProperties`: passwords must be complex.
const COMPLEX: i64 = 0x1;

/// What a policy asks for.
pub(super) struct DomainPolicy {
    min_length: u32,
    complex: bool,
    history: i64,
    /// `None` for none.
    min_age: Option<SignedDuration>,
    /// `None` for a lockout that only an administrator ends.
    lockout: Option<SignedDuration>,
}

/// Names of the same settings in the domain and in a fine-grained policy.
struct Names {
    min_length: &'static str,
    complex: &'static str,
    history: &'static str,
    min_age: &'static str,
    lockout: &'static str,
}

const DOMAIN: Names = Names {
    min_length: "minPwdLength",
    complex: "pwdProperties",
    history: "pwdHistoryLength",
    min_age: "minPwdAge",
    lockout: "lockoutDuration",
};

const FINE_GRAINED: Names = Names {
    min_length: "msDS-MinimumPasswordLength",
    complex: "msDS-PasswordComplexityEnabled",
    history: "msDS-PasswordHistoryLength",
    min_age: "msDS-MinimumPasswordAge",
    lockout: "msDS-LockoutDuration",
};

impl DomainPolicy {
    /// The policy that holds for an account, if it can be read.
    pub(super) async fn read(lease: &mut Lease<'_>, account: &Entry) -> Option<Self> {
        if let Some(dn) = account.text("msDS-ResultantPSO")
            && let Some(policy) = Self::read_from(lease, dn, &FINE_GRAINED).await
        {
            return Some(policy);
        }
        let domain = lease.root().naming_context.clone()?;
        Self::read_from(lease, &domain, &DOMAIN).await
    }

    async fn read_from(lease: &mut Lease<'_>, dn: &str, names: &Names) -> Option<Self> {
        let attributes = [
            names.min_length,
            names.complex,
            names.history,
            names.min_age,
            names.lockout,
        ];
        let entry = lease.read(dn, &attributes.map(str::to_owned)).await.ok()??;
        let interval = |name| entry.number(name).and_then(entry::from_interval);
        let nonzero = |duration: &SignedDuration| !duration.is_zero();
        // A length that cannot be read means that none of it can.
        let min_length = entry.number(names.min_length)?;
        Some(Self {
            min_length: u32::try_from(min_length).unwrap_or(0),
            complex: entry.is_true(names.complex)
                || entry
                    .number(names.complex)
                    .is_some_and(|flags| flags & COMPLEX != 0),
            history: entry.number(names.history).unwrap_or(0),
            min_age: interval(names.min_age).filter(nonzero),
            lockout: interval(names.lockout).filter(nonzero),
        })
    }

    /// When a lockout that began then ends.
    pub(super) fn lockout_end(&self, begun: Option<Timestamp>) -> Timestamp {
        match (begun, self.lockout) {
            (Some(begun), Some(duration)) => begun.checked_add(duration).unwrap_or(Timestamp::MAX),
            _ => Timestamp::MAX,
        }
    }

    /// Which part of the policy a refused password breaks: what can be seen first, history last.
    pub(super) fn explain(
        &self,
        account: &Entry,
        password: &SecretText,
        now: Timestamp,
        history_counts: bool,
    ) -> DirectoryRefusal {
        // The server counts UTF-16 units.
        let length = password.expose().encode_utf16().count();
        if length < self.min_length as usize {
            return DirectoryRefusal::TooShort { min: self.min_length };
        }
        if self.complex && !is_complex(password.expose(), account) {
            return DirectoryRefusal::Complexity;
        }
        let age = account
            .number("pwdLastSet")
            .and_then(entry::from_filetime)
            .map(|set| now.duration_since(set));
        if history_counts && self.min_age.zip(age).is_some_and(|(min, age)| age < min) {
            return DirectoryRefusal::MinimumAge;
        }
        if history_counts && self.history > 0 {
            return DirectoryRefusal::History;
        }
        // A password filter of the domain's own.
        DirectoryRefusal::Policy
    }
}

/// Three of five kinds of characters, and neither the account's name nor a part of its display
/// name in it (Windows: "Password must meet complexity requirements").
fn is_complex(password: &str, account: &Entry) -> bool {
    let kinds: [fn(char) -> bool; 5] = [
        char::is_uppercase,
        char::is_lowercase,
        |c| c.is_ascii_digit(),
        |c| !c.is_alphanumeric(),
        |c| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase(),
    ];
    if kinds.iter().filter(|kind| password.chars().any(**kind)).count() < 3 {
        return false;
    }
    // Room enough from the start: a text that grows leaves copies behind.
    let mut lower = Zeroizing::new(String::with_capacity(password.len() * 2));
    lower.extend(password.chars().flat_map(char::to_lowercase));
    let contains = |part: &str| part.chars().count() >= 3 && lower.contains(&part.to_lowercase());
    let display = account.text("displayName").unwrap_or_default();
    let mut parts = display.split([',', '.', '-', '_', ' ', '#', '\t']);
    !account.text("sAMAccountName").is_some_and(contains) && !parts.any(contains)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use ldap3::SearchEntry;

    use super::*;

    fn account() -> Entry {
        let attributes = [
            ("sAMAccountName", "ada"),
            ("displayName", "Ada Byron"),
            ("pwdLastSet", "116444736000000000"),
        ];
        Entry::new(SearchEntry {
            dn: "CN=Ada".to_owned(),
            attrs: attributes
                .map(|(name, value)| (name.to_owned(), vec![value.to_owned()]))
                .into(),
            bin_attrs: HashMap::new(),
        })
    }

    fn policy() -> DomainPolicy {
        DomainPolicy {
            min_length: 12,
            complex: true,
            history: 24,
            min_age: Some(SignedDuration::from_hours(24)),
            lockout: Some(SignedDuration::from_mins(30)),
        }
    }

    #[test]
    fn what_can_be_seen_explains_first() {
        let an_hour_later = Timestamp::from_second(3_600).expect("a time");
        let long_after = Timestamp::from_second(3_600_000).expect("a time");
        let explain = |password: &str, now, counts| {
            policy().explain(&account(), &SecretText::new(password), now, counts)
        };
        assert_eq!(
            explain("Short1", long_after, true),
            DirectoryRefusal::TooShort { min: 12 }
        );
        assert_eq!(
            explain("all lower case", long_after, true),
            DirectoryRefusal::Complexity
        );
        assert_eq!(
            explain("Countess Byron 1", long_after, true),
            DirectoryRefusal::Complexity
        );
        assert_eq!(
            explain("Analytical Engine 1", an_hour_later, true),
            DirectoryRefusal::MinimumAge
        );
        assert_eq!(
            explain("Analytical Engine 1", long_after, true),
            DirectoryRefusal::History
        );
        // Where history does not count on a reset, it is not blamed.
        assert_eq!(
            explain("Analytical Engine 1", an_hour_later, false),
            DirectoryRefusal::Policy
        );
    }

    #[test]
    fn a_lockout_ends_when_the_policy_says() {
        let begun = Timestamp::from_second(0).expect("a time");
        assert_eq!(policy().lockout_end(Some(begun)).as_second(), 1_800);
        let forever = DomainPolicy {
            lockout: None,
            ..policy()
        };
        assert_eq!(forever.lockout_end(Some(begun)), Timestamp::MAX);
    }
}
