//! How a waiting message stands in the store: JSON, sealed, and gone once the message is settled.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize as _, Zeroizing};

use crate::domain::address::EmailAddress;
use crate::domain::audit::Reason;
use crate::domain::ids::{ChallengeId, FlowId};
use crate::domain::message::{Mail, MailContent};
use crate::domain::method::Method;
use crate::domain::reset::{CodeRow, OutboxBody, StorageError};
use crate::domain::secret::SecretText;

#[derive(Serialize, Deserialize)]
enum Document {
    Code {
        flow: String,
        challenge: String,
        method: String,
        identifier: String,
        target: String,
        code: String,
        link_token: String,
        number: u32,
        minutes: u32,
    },
    Mail {
        to: String,
        locale: String,
        time_zone: Option<String>,
        content: Content,
        flow: Option<String>,
    },
}

/// Contents that are queued as decided mails; codes and notices are made at the dispatch.
#[derive(Serialize, Deserialize)]
enum Content {
    PasswordWasReset { at: i64 },
    AccountWasUnlocked { at: i64 },
    AdministratorReset { administrator: String, at: i64 },
}

pub(super) fn to_bytes(body: &OutboxBody) -> Result<Zeroizing<Vec<u8>>, StorageError> {
    let document = match body {
        OutboxBody::Code(row) => Document::Code {
            flow: row.flow.as_str().to_owned(),
            challenge: row.challenge.as_str().to_owned(),
            method: row.method.name().to_owned(),
            identifier: row.identifier.expose().to_owned(),
            target: row.target.expose().to_owned(),
            code: row.code.expose().to_owned(),
            link_token: row.link_token.expose().to_owned(),
            number: row.number,
            minutes: row.minutes,
        },
        OutboxBody::Mail { mail, flow, .. } => Document::Mail {
            to: mail.to.as_str().to_owned(),
            locale: mail.locale.clone(),
            time_zone: mail.time_zone.clone(),
            content: content(&mail.content)?,
            flow: flow.as_ref().map(|flow| flow.as_str().to_owned()),
        },
    };
    let bytes = serde_json::to_vec(&document).map(Zeroizing::new).map_err(broken);
    if let Document::Code {
        mut code,
        mut link_token,
        mut target,
        mut identifier,
        ..
    } = document
    {
        for text in [&mut code, &mut link_token, &mut target, &mut identifier] {
            text.zeroize();
        }
    }
    bytes
}

fn content(content: &MailContent) -> Result<Content, StorageError> {
    Ok(match content {
        MailContent::PasswordWasReset { at } => Content::PasswordWasReset {
            at: at.as_millisecond(),
        },
        MailContent::AccountWasUnlocked { at } => Content::AccountWasUnlocked {
            at: at.as_millisecond(),
        },
        MailContent::AdministratorReset { administrator, at } => Content::AdministratorReset {
            administrator: administrator.clone(),
            at: at.as_millisecond(),
        },
        MailContent::ResetCode { .. } | MailContent::ResetRefused { .. } => {
            return Err(StorageError::Broken(
                "codes and notices are made at the dispatch, not queued as mails".to_owned(),
            ));
        }
    })
}

pub(super) fn from_bytes(bytes: &[u8]) -> Result<OutboxBody, StorageError> {
    Ok(match serde_json::from_slice(bytes).map_err(broken)? {
        Document::Code {
            flow,
            challenge,
            method,
            identifier,
            target,
            code,
            link_token,
            number,
            minutes,
        } => OutboxBody::Code(CodeRow {
            flow: FlowId::from_stored(flow),
            challenge: ChallengeId::from_stored(challenge),
            method: Method::from_name(&method)
                .ok_or_else(|| StorageError::Broken("a queued code has no method".to_owned()))?,
            identifier: SecretText::new(identifier),
            target: SecretText::new(target),
            code: SecretText::new(code),
            link_token: SecretText::new(link_token),
            number,
            minutes,
        }),
        Document::Mail {
            to,
            locale,
            time_zone,
            content,
            flow,
        } => {
            let to = EmailAddress::parse(&to)
                .map_err(|_| StorageError::Broken("a queued recipient is not an address".to_owned()))?;
            let (content, reason) = match content {
                Content::PasswordWasReset { at } => (
                    MailContent::PasswordWasReset { at: instant(at) },
                    Reason::UserToldOfReset,
                ),
                Content::AccountWasUnlocked { at } => (
                    MailContent::AccountWasUnlocked { at: instant(at) },
                    Reason::UserToldOfUnlock,
                ),
                Content::AdministratorReset { administrator, at } => (
                    MailContent::AdministratorReset {
                        administrator,
                        at: instant(at),
                    },
                    Reason::AdministratorToldOfReset,
                ),
            };
            let flow = flow.map(FlowId::from_stored);
            OutboxBody::Mail {
                mail: Mail {
                    to,
                    locale,
                    time_zone,
                    content,
                },
                reason,
                flow,
            }
        }
    })
}

fn instant(millis: i64) -> Timestamp {
    super::rows::instant(millis)
}

#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
fn broken(error: serde_json::Error) -> StorageError {
    // The error names a position, never the content.
    StorageError::Broken(format!(
        "a queued message cannot be read (line {}, column {})",
        error.line(),
        error.column()
    ))
}
