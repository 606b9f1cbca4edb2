//! The demonstration's people (product section 7) and its configuration.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use super::text_sink::SECRET;
use crate::domain::address::EmailAddress;
use crate::domain::people::NewPerson;
use crate::domain::phone::PhoneNumber;
use crate::domain::secret::{SecretBytes, SecretText};

/// Everybody's password until they change it.
pub const PASSWORD: &str = "correct horse battery staple";

/// The demonstration's configuration over the defaults.
pub const CONFIGURATION: &str = include_str!("demonstration.toml");

/// One demonstration account.
pub struct DemoAccount {
    /// User name and primary mail.
    pub user_name: &'static str,
    given_name: &'static str,
    family_name: &'static str,
    recovery: Option<&'static str>,
    mobile: Option<&'static str>,
    /// 160 bits, readable on purpose: nobody should take them for real ones.
    seed: Option<&'static [u8; 20]>,
    groups: &'static [&'static str],
    /// The message that says what it shows.
    pub shows: &'static str,
}

/// The accounts, in the order of the table.
pub const ACCOUNTS: [DemoAccount; 11] = [
    DemoAccount {
        user_name: "ada@demo.example",
        given_name: "Ada",
        family_name: "Byron",
        recovery: Some("ada@home.example"),
        mobile: Some("+12025550101"),
        seed: Some(b"demonstration-ada-01"),
        groups: &["staff"],
        shows: "demo-account-ada",
    },
    DemoAccount {
        user_name: "bo@demo.example",
        given_name: "Bo",
        family_name: "Lindqvist",
        recovery: Some("bo@home.example"),
        mobile: None,
        seed: None,
        groups: &["staff"],
        shows: "demo-account-bo",
    },
    DemoAccount {
        user_name: "cleo@demo.example",
        given_name: "Cleo",
        family_name: "Marsh",
        recovery: Some("cleo@home.example"),
        mobile: Some("+12025550103"),
        seed: None,
        groups: &[],
        shows: "demo-account-cleo",
    },
    DemoAccount {
        user_name: "dai@demo.example",
        given_name: "Dai",
        family_name: "Morgan",
        recovery: Some("dai@home.example"),
        mobile: None,
        seed: Some(b"demonstration-dai-04"),
        groups: &["staff", "sspr-admins"],
        shows: "demo-account-dai",
    },
    DemoAccount {
        user_name: "eli@demo.example",
        given_name: "Eli",
        family_name: "Stone",
        recovery: Some("eli@home.example"),
        mobile: Some("+12025550105"),
        seed: None,
        groups: &["staff"],
        shows: "demo-account-eli",
    },
    DemoAccount {
        user_name: "fay@demo.example",
        given_name: "Fay",
        family_name: "Winter",
        recovery: None,
        mobile: None,
        seed: None,
        groups: &["staff"],
        shows: "demo-account-fay",
    },
    DemoAccount {
        user_name: "gus@demo.example",
        given_name: "Gus",
        family_name: "Hale",
        recovery: Some("gus@home.example"),
        mobile: Some("+12025550107"),
        seed: None,
        groups: &["staff"],
        shows: "demo-account-gus",
    },
    DemoAccount {
        user_name: "hana@demo.example",
        given_name: "هناء",
        family_name: "صالح",
        recovery: Some("hana@home.example"),
        mobile: Some("+12025550108"),
        seed: None,
        groups: &["staff"],
        shows: "demo-account-hana",
    },
    DemoAccount {
        user_name: "ivo@demo.example",
        given_name: "Ivo",
        family_name: "Novak",
        recovery: Some("ivo@home.example"),
        mobile: Some("+12025550109"),
        seed: None,
        groups: &["staff"],
        shows: "demo-account-ivo",
    },
    DemoAccount {
        user_name: "jun@demo.example",
        given_name: "Jun",
        family_name: "Sato",
        recovery: Some("jun@home.example"),
        mobile: None,
        seed: Some(b"demonstration-jun-10"),
        groups: &["staff", "helpdesk"],
        shows: "demo-account-jun",
    },
    DemoAccount {
        user_name: "kim@demo.example",
        given_name: "Kim",
        family_name: "Larsen",
        recovery: Some("kim@home.example"),
        mobile: None,
        seed: Some(b"demonstration-kim-11"),
        groups: &["staff", "sspr-admins"],
        shows: "demo-account-kim",
    },
];

impl DemoAccount {
    /// The address that codes go to.
    pub const fn recovery(&self) -> Option<&'static str> {
        self.recovery
    }

    /// The seed of its authenticator app.
    pub fn seed(&self) -> Option<SecretBytes> {
        self.seed.map(|seed| SecretBytes::new(*seed))
    }

    fn person(&self, now: Timestamp) -> NewPerson {
        let address = |text: &str| EmailAddress::parse(text).ok();
        let days = |days: i64| SignedDuration::from_hours(days * 24);
        // The oddities that the table of the product page gives to some of them.
        let locked = self.user_name.starts_with("eli@");
        let last_confirmed = if self.user_name.starts_with("ivo@") {
            200
        } else {
            30
        };
        let registered = self.recovery.is_some();
        NewPerson {
            user_name: self.user_name.to_owned(),
            primary_mail: address(self.user_name),
            given_name: Some(self.given_name.to_owned()),
            family_name: Some(self.family_name.to_owned()),
            display_name: Some(format!("{} {}", self.given_name, self.family_name)),
            locale: self.user_name.starts_with("hana@").then(|| "ar".to_owned()),
            groups: self
                .groups
                .iter()
                .map(|group| (*group).to_owned())
                .collect::<BTreeSet<String>>(),
            enabled: !self.user_name.starts_with("gus@"),
            locked_until: locked.then(|| now.saturating_add(days(3_650)).unwrap_or(now)),
            must_change: false,
            password: Some(SecretText::new(PASSWORD)),
            recovery_addresses: self.recovery.and_then(address).into_iter().collect(),
            mobile_numbers: self
                .mobile
                .and_then(PhoneNumber::from_stored)
                .into_iter()
                .collect(),
            totp_seed: self.seed(),
            confirmed_at: registered.then(|| now.saturating_sub(days(last_confirmed)).unwrap_or(now)),
        }
    }
}

/// Everybody, as they are when the demonstration begins.
pub fn people(now: Timestamp) -> Vec<NewPerson> {
    ACCOUNTS.iter().map(|account| account.person(now)).collect()
}

/// The part of the configuration that is known only at the start.
pub(super) fn circumstances(
    port: u16,
    data_dir: &Path,
    sink: SocketAddr,
    text_sink: SocketAddr,
) -> Result<String, toml::ser::Error> {
    let text = |value: String| toml::Value::String(value);
    let mut smtp = toml::Table::new();
    smtp.insert("host".to_owned(), text(sink.ip().to_string()));
    smtp.insert("port".to_owned(), toml::Value::Integer(sink.port().into()));
    smtp.insert("security".to_owned(), text("plain".to_owned()));
    let mut sms = toml::Table::new();
    sms.insert("url".to_owned(), text(format!("http://{text_sink}/messages")));
    sms.insert("secret".to_owned(), text(SECRET.to_owned()));
    let mut root = toml::Table::new();
    root.insert("public_url".to_owned(), text(format!("http://localhost:{port}")));
    root.insert("listen".to_owned(), text(format!("127.0.0.1:{port}")));
    root.insert(
        "data_dir".to_owned(),
        text(data_dir.to_string_lossy().into_owned()),
    );
    root.insert("smtp".to_owned(), toml::Value::Table(smtp));
    root.insert("sms".to_owned(), toml::Value::Table(sms));
    toml::to_string(&root)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::domain::account::{Account, Authenticator, AuthenticatorKind, Person};
    use crate::domain::ids::{AuthenticatorId, SubjectId};
    use crate::domain::policy::{Eligibility, Ineligible, evaluate};
    use crate::l10n::Texts;

    fn config() -> Config {
        let circumstances = circumstances(
            8080,
            Path::new("/tmp/postern demo"),
            "127.0.0.1:2525".parse().expect("an address"),
            "127.0.0.1:2526".parse().expect("an address"),
        )
        .expect("writable");
        Config::parse_demonstration(&[CONFIGURATION, &circumstances])
            .unwrap_or_else(|problems| panic!("{problems:?}"))
    }

    fn registered(new: NewPerson) -> Person {
        let subject = SubjectId::from_stored(new.user_name.clone());
        let kinds = new
            .recovery_addresses
            .into_iter()
            .map(AuthenticatorKind::Email)
            .chain(new.mobile_numbers.into_iter().map(AuthenticatorKind::Mobile))
            .chain(
                new.totp_seed
                    .map(|seed| AuthenticatorKind::Totp { seed, last_step: 0 }),
            );
        let authenticators = kinds
            .enumerate()
            .map(|(index, kind)| Authenticator {
                id: AuthenticatorId::from_stored(index.to_string()),
                kind,
                verified: true,
            })
            .collect();
        let account = Account {
            subject,
            user_name: new.user_name,
            primary_mail: new.primary_mail,
            given_name: new.given_name,
            family_name: new.family_name,
            display_name: new.display_name,
            locale: new.locale,
            groups: new.groups,
            enabled: new.enabled,
            locked_until: new.locked_until,
            must_change: new.must_change,
            protected: false,
        };
        Person {
            account,
            authenticators,
        }
    }

    #[test]
    fn each_account_shows_what_its_row_says() {
        let policy = config().policy();
        let now = Timestamp::from_second(1_800_000_000).expect("in range");
        for new in people(now) {
            let name = new.user_name.split('@').next().unwrap_or_default().to_owned();
            let standing = evaluate(&policy, &registered(new));
            let expected = match name.as_str() {
                "bo" | "fay" => Some(Ineligible::TooFewMethods),
                "cleo" => Some(Ineligible::NotInScope),
                "gus" => Some(Ineligible::AccountDisabled),
                _ => None,
            };
            match (expected, standing) {
                (None, Eligibility::Eligible(requirement)) => assert_eq!(requirement.classes, 2, "{name}"),
                (Some(expected), Eligibility::Ineligible(reason)) => assert_eq!(reason, expected, "{name}"),
                (_, standing) => panic!("{name}: {standing:?}"),
            }
        }
    }

    #[test]
    fn every_account_says_in_words_what_it_shows() {
        let texts = Texts::load();
        for account in &ACCOUNTS {
            assert_ne!(texts.get("en", account.shows, &[]), account.shows);
        }
    }

    #[test]
    fn the_demonstration_stays_on_this_machine() {
        let config = config();
        assert!(config.listen.ip().is_loopback());
        assert_eq!(config.public_origin(), "http://localhost:8080");
        assert_eq!(config.smtp.port, 2525);
    }
}
