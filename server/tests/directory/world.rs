//! One running server, people to try things with, and directories that lead to it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use postern_server::config::{Config, Ldap};
use postern_server::demo::directory::{Administrator, Samba, Slapd, unicode_password};
use postern_server::directory::ldap::{LdapDirectory, client_config};
use postern_server::domain::account::Account;
use postern_server::domain::clock::{Clock, SystemClock};
use postern_server::domain::directory::{Directory as _, PasswordVerdict, SetPasswordError, Written};
use postern_server::domain::identifier::Identifier;
use postern_server::domain::ids::{SubjectId, WriteAttemptId};
use postern_server::domain::random::OsRandom;
use postern_server::domain::secret::SecretText;
use tempfile::TempDir;

/// Everybody's password at first: long, and of four kinds of characters.
pub const PASSWORD: &str = "Analytical Engine, 1843";
/// Another one.
pub const NEXT: &str = "Difference Engine, 1822";
/// A third.
pub const THIRD: &str = "Bernoulli Numbers, 1842";
/// Wrong passwords until a lockout.
pub const TRIES: usize = 3;
/// The shortest password.
pub const MIN_LENGTH: u32 = 10;

/// The server itself.
pub enum Server {
    Slapd(Slapd),
    Samba(#[expect(dead_code, reason = "held so that it runs")] Samba),
}

/// A server with what is known about it.
pub struct World {
    pub server: Mutex<Option<Server>>,
    pub is_samba: bool,
    pub ca: PathBuf,
    pub plain: std::net::SocketAddr,
    pub tls: std::net::SocketAddr,
    pub people: String,
    pub groups: String,
    pub admin: (String, String),
    pub service: (String, String),
    /// Further keys of the section `directory`.
    pub keys: String,
    pub _folder: TempDir,
}

/// Somebody in it.
#[derive(Clone)]
pub struct Person {
    pub name: String,
    pub dn: String,
    pub mail: String,
}

impl World {
    /// Ends the server.
    pub fn stop(&self) {
        drop(self.server.lock().expect("not poisoned").take());
    }

    /// The section `directory`, with these addresses, and more keys.
    pub fn section(&self, urls: &[String], more: &str) -> Ldap {
        let rest = "public_url = \"http://localhost:1\"\n[organisation]\nname = \"a\"\n[smtp]\nhost = \"localhost\"\nfrom = \"a@b.example\"\n";
        let config = Config::parse_demonstration(&[rest, &self.document(urls, more)])
            .unwrap_or_else(|problems| panic!("{problems:?}"));
        config.directory.ldap().expect("a directory").clone()
    }

    /// The same as TOML.
    pub fn document(&self, urls: &[String], more: &str) -> String {
        let kind = if self.is_samba {
            "active-directory"
        } else {
            "openldap"
        };
        let urls: Vec<String> = urls.iter().map(|url| format!("{url:?}")).collect();
        let mut own = format!(
            "kind = {kind:?}\nurls = [{}]\nca_file = {:?}\nbase_dn = {:?}\ngroup_base_dn = {:?}\nbind_dn = {:?}\nbind_password = {:?}\n{}",
            urls.join(", "),
            self.ca.display().to_string(),
            self.people,
            self.groups,
            self.service.0,
            self.service.1,
            self.keys,
        )
        .parse::<toml::Table>()
        .expect("TOML");
        own.extend(more.parse::<toml::Table>().expect("TOML"));
        let mut document = toml::Table::new();
        document.insert("directory".to_owned(), toml::Value::Table(own));
        toml::to_string(&document).expect("writable")
    }

    pub fn ldaps(&self) -> String {
        format!("ldaps://{}", self.tls)
    }

    /// The connector as an operator would have it.
    pub fn directory(&self) -> LdapDirectory {
        self.directory_with("")
    }

    pub fn directory_with(&self, more: &str) -> LdapDirectory {
        self.directory_at(&[self.ldaps()], more)
    }

    pub fn directory_at(&self, urls: &[String], more: &str) -> LdapDirectory {
        self.directory_timed(urls, more, Arc::new(SystemClock))
    }

    pub fn directory_timed(&self, urls: &[String], more: &str, clock: Arc<dyn Clock>) -> LdapDirectory {
        LdapDirectory::new(&self.section(urls, more), clock).expect("certificates")
    }

    pub async fn admin(&self) -> Administrator {
        let tls = client_config(&self.section(&[self.ldaps()], "")).expect("certificates");
        Administrator::connect(&self.ldaps(), Some(tls), &self.admin.0, &self.admin.1)
            .await
            .expect("the administrator binds")
    }

    /// Somebody new with [`PASSWORD`].
    pub async fn person(&self, name: &str) -> Person {
        self.person_with(name, &[]).await
    }

    pub async fn person_with(&self, name: &str, more: &[(&str, &[&str])]) -> Person {
        let mail = format!("{name}@mail.example");
        let (user_name, dn) = if self.is_samba {
            (
                format!("{name}@demo.example"),
                format!("CN={name},{}", self.people),
            )
        } else {
            (name.to_owned(), format!("uid={name},{}", self.people))
        };
        let mut attributes: Vec<(&str, &[&str])> = Vec::new();
        let (names, mails, given) = ([name], [mail.as_str()], ["Ada"]);
        let principal = [user_name.as_str()];
        if self.is_samba {
            attributes.extend([
                ("objectClass", &["user"][..]),
                ("sAMAccountName", &names),
                ("userPrincipalName", &principal),
                ("userAccountControl", &["512"]),
            ]);
        } else {
            attributes.extend([
                ("objectClass", &["inetOrgPerson"][..]),
                ("uid", &names),
                ("cn", &names),
                ("userPassword", &[PASSWORD]),
            ]);
        }
        attributes.extend([("mail", &mails[..]), ("sn", &["Byron"]), ("givenName", &given)]);
        for (key, values) in more {
            attributes.retain(|(name, _)| name != key);
            attributes.push((key, values));
        }
        let bytes = if self.is_samba {
            vec![("unicodePwd", unicode_password(PASSWORD))]
        } else {
            Vec::new()
        };
        self.admin()
            .await
            .add_with(&dn, &attributes, &bytes)
            .await
            .expect("added");
        Person {
            name: user_name,
            dn,
            mail,
        }
    }

    /// A group of these members.
    pub async fn group(&self, name: &str, members: &[&str]) -> String {
        let dn = format!("cn={name},{}", self.groups);
        let class = if self.is_samba { "group" } else { "groupOfNames" };
        let mut attributes: Vec<(&str, &[&str])> =
            vec![("objectClass", std::slice::from_ref(&class)), ("member", members)];
        let names = [name];
        attributes.push((if self.is_samba { "sAMAccountName" } else { "cn" }, &names));
        self.admin().await.add(&dn, &attributes).await.expect("added");
        dn
    }

    pub async fn disable(&self, person: &Person) {
        let (attribute, value) = if self.is_samba {
            ("userAccountControl", "514")
        } else {
            ("pwdAccountLockedTime", "000001010000Z")
        };
        let mut admin = self.admin().await;
        admin
            .replace(&person.dn, attribute, &[value.as_bytes()])
            .await
            .expect("disabled");
    }

    pub async fn require_change(&self, person: &Person) {
        let (attribute, value) = if self.is_samba {
            ("pwdLastSet", "0")
        } else {
            ("pwdReset", "TRUE")
        };
        let mut admin = self.admin().await;
        admin
            .replace(&person.dn, attribute, &[value.as_bytes()])
            .await
            .expect("set");
    }

    /// Locks somebody out as a stranger would: with wrong passwords.
    pub async fn lock(&self, directory: &LdapDirectory, person: &Person) {
        let subject = subject(directory, person).await;
        for _ in 0..TRIES {
            let verdict = directory.verify_password(&subject, &secret("wrong")).await;
            assert!(
                matches!(verdict, Ok(PasswordVerdict::Wrong | PasswordVerdict::Locked)),
                "{verdict:?}"
            );
        }
    }
}

pub fn secret(text: &str) -> SecretText {
    SecretText::new(text)
}

pub fn attempt() -> WriteAttemptId {
    WriteAttemptId::generate(&OsRandom)
}

pub fn now() -> jiff::Timestamp {
    SystemClock.now()
}

pub async fn find(directory: &LdapDirectory, typed: &str) -> Option<Account> {
    let identifier = Identifier::parse(typed).expect("an identifier");
    directory
        .find_account(&identifier)
        .await
        .expect("the directory answers")
}

#[track_caller]
pub fn parsed(typed: &str) -> Identifier {
    Identifier::parse(typed).expect("an identifier")
}

pub async fn account(directory: &LdapDirectory, person: &Person) -> Account {
    find(directory, &person.name).await.expect("somebody")
}

pub async fn subject(directory: &LdapDirectory, person: &Person) -> SubjectId {
    account(directory, person).await.subject
}

/// A change by its owner.
pub async fn change(
    directory: &LdapDirectory,
    id: &SubjectId,
    current: &str,
    new: &str,
) -> Result<Written, SetPasswordError> {
    directory
        .change_password(id, &secret(current), &secret(new), &attempt(), now())
        .await
}
