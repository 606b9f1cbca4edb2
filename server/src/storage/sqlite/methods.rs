//! [`MethodStore`] over SQLite: targets and seeds sealed under their owner's key.

use async_trait::async_trait;
use jiff::Timestamp;
use rusqlite::Connection;

use super::SqliteStore;
use super::audit::Evidence;
use super::errors::storage_error;
use super::person_keys;
use super::rows::millis;
use crate::domain::account::{Authenticator, AuthenticatorKind};
use crate::domain::address::EmailAddress;
use crate::domain::audit::{AuditEvent, Origin, Reason};
use crate::domain::ids::{AuthenticatorId, SubjectId};
use crate::domain::methods::MethodStore;
use crate::domain::phone::PhoneNumber;
use crate::domain::random::Random;
use crate::domain::reset::StorageError;
use crate::domain::secret::SecretBytes;
use crate::vault::{Place, Vault};

/// What stands in the column `method`: what was registered, which may serve several methods.
const EMAIL: &str = "email";
const MOBILE: &str = "mobile";
const TOTP: &str = "authenticator-code";

const fn kind_name(kind: &AuthenticatorKind) -> &'static str {
    match kind {
        AuthenticatorKind::Email(_) => EMAIL,
        AuthenticatorKind::Mobile(_) => MOBILE,
        AuthenticatorKind::Totp { .. } => TOTP,
    }
}

fn place<'a>(id: &'a AuthenticatorId, subject: &'a SubjectId) -> Place<'a> {
    Place {
        table: "authenticators",
        column: "target_sealed",
        row: id.as_str(),
        subject: subject.as_str(),
    }
}

#[async_trait]
impl MethodStore for SqliteStore {
    async fn list_authenticators(&self, subject: &SubjectId) -> Result<Vec<Authenticator>, StorageError> {
        self.read(|connection| list(connection, self.vault(), subject))
    }

    async fn import_authenticators(
        &self,
        subject: &SubjectId,
        kinds: Vec<AuthenticatorKind>,
        confirmed_at: Timestamp,
        now: Timestamp,
    ) -> Result<usize, StorageError> {
        let (evidence, subject) = (self.evidence(), subject.clone());
        self.write(move |connection| import(connection, &evidence, &subject, kinds, confirmed_at, now))
            .await
    }
}

fn list(
    connection: &Connection,
    vault: &Vault,
    subject: &SubjectId,
) -> Result<Vec<Authenticator>, StorageError> {
    // Without its key nothing of a person can be read: they count as having registered nothing.
    let Some(key) = person_keys::find(connection, vault, subject)? else {
        return Ok(Vec::new());
    };
    let rows: Vec<(String, String, Vec<u8>, bool, i64)> = connection
        .prepare_cached(
            "SELECT id, method, target_sealed, verified, last_step FROM authenticators WHERE subject = ?1 ORDER BY added_at, id",
        )
        .and_then(|mut statement| {
            statement
                .query_map([subject.as_str()], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
                })?
                .collect()
        })
        .map_err(storage_error)?;
    rows.into_iter()
        .map(|(id, method, sealed, verified, last_step)| {
            let id = AuthenticatorId::from_stored(id);
            let target = key
                .open(place(&id, subject), &sealed)
                .map_err(|error| broken(&error.to_string()))?;
            let kind = kind(&method, target, u64::try_from(last_step).unwrap_or(0))?;
            Ok(Authenticator { id, kind, verified })
        })
        .collect()
}

fn kind(method: &str, target: SecretBytes, last_step: u64) -> Result<AuthenticatorKind, StorageError> {
    let text =
        |target: &SecretBytes| String::from_utf8(target.expose().to_vec()).map_err(|_| broken("not text"));
    match method {
        EMAIL => {
            let address = EmailAddress::parse(&text(&target)?).map_err(|_| broken("not an address"))?;
            Ok(AuthenticatorKind::Email(address))
        }
        MOBILE => {
            let number =
                PhoneNumber::from_stored(&text(&target)?).ok_or_else(|| broken("not a telephone number"))?;
            Ok(AuthenticatorKind::Mobile(number))
        }
        TOTP => Ok(AuthenticatorKind::Totp {
            seed: target,
            last_step,
        }),
        _ => Err(broken("not a kind")),
    }
}

/// Adds what is not registered yet, verified, with its event.
fn import(
    connection: &Connection,
    evidence: &Evidence,
    subject: &SubjectId,
    kinds: Vec<AuthenticatorKind>,
    confirmed_at: Timestamp,
    now: Timestamp,
) -> Result<usize, StorageError> {
    let known = list(connection, &evidence.vault, subject)?;
    let mut added = 0;
    for kind in kinds {
        if known.iter().any(|one| is_same(&one.kind, &kind)) {
            continue;
        }
        let authenticator = Authenticator {
            id: AuthenticatorId::generate(&*evidence.random),
            kind,
            verified: true,
        };
        let confirmed = millis(confirmed_at);
        add(
            connection,
            &evidence.vault,
            &*evidence.random,
            subject,
            &authenticator,
            confirmed,
        )?;
        added += 1;
    }
    if added > 0 {
        let event = AuditEvent {
            subject: Some(subject.clone()),
            ..AuditEvent::new(now, Reason::ImportedByOperator)
        };
        evidence.append(connection, &event, None, &Origin::default())?;
    }
    Ok(added)
}

/// Whether two lead to the same place or have the same seed, however far it is used up.
fn is_same(one: &AuthenticatorKind, other: &AuthenticatorKind) -> bool {
    match (one, other) {
        (AuthenticatorKind::Email(one), AuthenticatorKind::Email(other)) => one == other,
        (AuthenticatorKind::Mobile(one), AuthenticatorKind::Mobile(other)) => one == other,
        (AuthenticatorKind::Totp { seed: one, .. }, AuthenticatorKind::Totp { seed: other, .. }) => {
            one.expose() == other.expose()
        }
        _ => false,
    }
}

/// Adds one within a transaction of the caller's.
pub(super) fn add(
    connection: &Connection,
    vault: &Vault,
    random: &dyn Random,
    subject: &SubjectId,
    authenticator: &Authenticator,
    now: i64,
) -> Result<(), StorageError> {
    let key = person_keys::get_or_create(connection, vault, random, subject)?;
    let (target, last_step) = match &authenticator.kind {
        AuthenticatorKind::Email(address) => (address.as_str().as_bytes(), 0),
        AuthenticatorKind::Mobile(number) => (number.as_str().as_bytes(), 0),
        AuthenticatorKind::Totp { seed, last_step } => (seed.expose(), *last_step),
    };
    let sealed = key.seal(random, place(&authenticator.id, subject), target);
    connection
        .execute(
            "INSERT INTO authenticators (id, subject, method, target_sealed, verified, added_at, confirmed_at, last_step)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7)",
            (
                authenticator.id.as_str(),
                subject.as_str(),
                kind_name(&authenticator.kind),
                sealed,
                authenticator.verified,
                now,
                i64::try_from(last_step).unwrap_or(0),
            ),
        )
        .map(|_| ())
        .map_err(storage_error)
}

fn broken(what: &str) -> StorageError {
    StorageError::Broken(format!("a registered authenticator cannot be read: {what}"))
}
