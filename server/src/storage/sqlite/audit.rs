//! Events go into the transaction of what they tell of.

use rusqlite::Connection;
use serde::Serialize;

use super::errors::storage_error;
use super::person_keys;
use super::rows::millis;
use crate::domain::audit::{AuditEvent, Origin};
use crate::domain::ids::{FlowId, SubjectId};
use crate::domain::method::Method;
use crate::domain::random::Random;
use crate::domain::reset::StorageError;
use crate::vault::{Place, Vault};

/// What sealing needs; cloned into the operations of the writer thread.
#[derive(Clone)]
pub(super) struct Evidence {
    pub(super) vault: std::sync::Arc<Vault>,
    pub(super) random: std::sync::Arc<dyn Random>,
}

#[derive(Serialize)]
struct OriginDocument<'a> {
    address: Option<&'a str>,
    user_agent: Option<&'a str>,
}

impl Evidence {
    /// Appends an event.
    pub(super) fn append(
        &self,
        connection: &Connection,
        event: &AuditEvent,
        identifier_mac: Option<&[u8; 32]>,
        origin: &Origin,
    ) -> Result<(), StorageError> {
        let origin = self.seal_origin(connection, event, origin)?;
        connection
            .prepare_cached(
                "INSERT INTO audit_events (at, activity, outcome, reason, method, flow, subject, identifier_mac, origin_sealed)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )
            .and_then(|mut statement| {
                statement.execute((
                    millis(event.at),
                    event.activity.name(),
                    event.outcome.name(),
                    event.reason.name(),
                    event.method.map(Method::name),
                    event.flow.as_ref().map(FlowId::as_str),
                    event.subject.as_ref().map(SubjectId::as_str),
                    identifier_mac.map(<[u8; 32]>::as_slice),
                    origin,
                ))
            })
            .map(|_| ())
            .map_err(storage_error)
    }

    /// Sealed under the person's own key where it is known whose it is, else the installation's.
    fn seal_origin(
        &self,
        connection: &Connection,
        event: &AuditEvent,
        origin: &Origin,
    ) -> Result<Option<Vec<u8>>, StorageError> {
        if origin.address.is_none() && origin.user_agent.is_none() {
            return Ok(None);
        }
        let document = OriginDocument {
            address: origin.address.as_deref(),
            user_agent: origin.user_agent.as_deref(),
        };
        let bytes = serde_json::to_vec(&document).map_err(|error| StorageError::Broken(error.to_string()))?;
        let subject = event.subject.as_ref().map_or("", |subject| subject.as_str());
        let row = event.flow.as_ref().map_or("", FlowId::as_str);
        let place = Place {
            table: "audit_events",
            column: "origin_sealed",
            row,
            subject,
        };
        let key = match &event.subject {
            Some(subject) => person_keys::find(connection, &self.vault, subject)?,
            None => None,
        };
        Ok(Some(match key {
            Some(key) => key.seal(&*self.random, place, &bytes),
            None => self.vault.seal(&*self.random, place, &bytes),
        }))
    }
}
