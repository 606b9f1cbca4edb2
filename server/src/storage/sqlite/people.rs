//! [`PeopleImporter`] over SQLite: the account and what the person registered, in one transaction.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode};

use super::audit::Evidence;
use super::errors::storage_error;
use super::rows::millis;
use super::{SqliteStore, methods};
use crate::directory::embedded::Hasher;
use crate::domain::account::Authenticator;
use crate::domain::address::EmailAddress;
use crate::domain::audit::{AuditEvent, Origin, Reason};
use crate::domain::identifier::Identifier;
use crate::domain::ids::{AuthenticatorId, SubjectId};
use crate::domain::people::{ImportError, NewPerson, PeopleImporter};
use crate::domain::reset::StorageError;

/// Takes people into the embedded directory.
pub struct SqliteImporter {
    store: SqliteStore,
    hasher: Hasher,
}

impl SqliteImporter {
    /// An importer into this store.
    pub const fn new(store: SqliteStore, hasher: Hasher) -> Self {
        Self { store, hasher }
    }
}

impl From<StorageError> for ImportError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error.to_string())
    }
}

#[async_trait]
impl PeopleImporter for SqliteImporter {
    async fn import(&self, person: NewPerson, now: Timestamp) -> Result<SubjectId, ImportError> {
        // Somebody who is there already costs no password hash; the insert decides for good.
        self.store
            .read(|connection| Names::of(&person)?.require_free(connection))?;
        let hash = match &person.password {
            None => None,
            Some(password) => Some(
                self.hasher
                    .hash(password)
                    .await
                    .map_err(|error| ImportError::Storage(error.to_string()))?,
            ),
        };
        let evidence = self.store.evidence();
        self.store
            .write(move |connection| insert(connection, &evidence, &person, hash.as_deref(), now))
            .await
    }
}

/// The keys by which a person is found.
struct Names {
    user_name: Identifier,
    mail: Option<Identifier>,
}

impl Names {
    fn of(person: &NewPerson) -> Result<Self, ImportError> {
        let parse = |name: &str| Identifier::parse(name).map_err(|_| ImportError::UnusableName);
        let mail = person
            .primary_mail
            .as_ref()
            .map(|mail| parse(mail.as_str()))
            .transpose()?;
        Ok(Self {
            user_name: parse(&person.user_name)?,
            mail,
        })
    }

    fn require_free(&self, connection: &Connection) -> Result<(), ImportError> {
        for name in [Some(&self.user_name), self.mail.as_ref()].into_iter().flatten() {
            let taken: bool = connection
                .query_row(
                    "SELECT EXISTS (SELECT 1 FROM accounts WHERE user_name_key = ?1 OR mail_key = ?1)",
                    [name.as_key()],
                    |row| row.get(0),
                )
                .map_err(storage_error)?;
            if taken {
                return Err(ImportError::Exists);
            }
        }
        Ok(())
    }
}

fn insert(
    connection: &Connection,
    evidence: &Evidence,
    person: &NewPerson,
    hash: Option<&str>,
    now: Timestamp,
) -> Result<SubjectId, ImportError> {
    let (vault, random) = (&evidence.vault, &*evidence.random);
    let subject = SubjectId::generate(random);
    let names = Names::of(person)?;
    names.require_free(connection)?;
    let inserted = connection.execute(
        "INSERT INTO accounts (subject, user_name, user_name_key, mail, mail_key, given_name, family_name,
             display_name, locale, enabled, locked_until, must_change, password_hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        rusqlite::params![
            subject.as_str(),
            person.user_name,
            names.user_name.as_key(),
            person.primary_mail.as_ref().map(EmailAddress::as_str),
            names.mail.as_ref().map(Identifier::as_key),
            person.given_name,
            person.family_name,
            person.display_name,
            person.locale,
            person.enabled,
            person.locked_until.map(millis),
            person.must_change,
            hash,
        ],
    );
    match inserted {
        Ok(_) => {}
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            return Err(ImportError::Exists);
        }
        Err(error) => return Err(storage_error(error).into()),
    }
    for group in &person.groups {
        connection
            .execute(
                "INSERT OR IGNORE INTO group_members (group_name, member, is_group) VALUES (?1, ?2, 0)",
                (group, subject.as_str()),
            )
            .map_err(storage_error)?;
    }
    let confirmed = millis(person.confirmed_at.unwrap_or(now));
    for kind in person.registered() {
        let authenticator = Authenticator {
            id: AuthenticatorId::generate(random),
            kind,
            verified: true,
        };
        methods::add(connection, vault, random, &subject, &authenticator, confirmed)?;
    }
    let event = AuditEvent {
        subject: Some(subject.clone()),
        ..AuditEvent::new(now, Reason::ImportedByOperator)
    };
    evidence.append(connection, &event, None, &Origin::default())?;
    Ok(subject)
}
