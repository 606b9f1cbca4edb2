//! Looking accounts up, with groups resolved through nesting.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::domain::account::Account;
use crate::domain::address::EmailAddress;
use crate::domain::identifier::Identifier;
use crate::domain::ids::SubjectId;
use crate::domain::reset::StorageError;
use crate::storage::sqlite::{instant, storage_error};

const COLUMNS: &str = "subject, user_name, mail, given_name, family_name, display_name, locale, enabled, locked_until, must_change";

/// By user name or primary mail, never by a recovery address.
pub(super) fn find(
    connection: &Connection,
    identifier: &Identifier,
) -> Result<Option<Account>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM accounts WHERE user_name_key = ?1 OR mail_key = ?1 LIMIT 2");
    let mut found: Vec<Account> = connection
        .prepare_cached(&sql)
        .and_then(|mut statement| statement.query_map([identifier.as_key()], account)?.collect())
        .map_err(storage_error)?;
    // Two people cannot be told apart by it: then it names neither.
    let Some(mut account) = found.pop().filter(|_| found.is_empty()) else {
        return Ok(None);
    };
    account.groups = groups(connection, &account.subject)?;
    Ok(Some(account))
}

/// Whose name this is: the same question without anything about the person.
pub(super) fn find_subject(
    connection: &Connection,
    identifier: &Identifier,
) -> Result<Option<SubjectId>, StorageError> {
    let mut found: Vec<String> = connection
        .prepare_cached("SELECT subject FROM accounts WHERE user_name_key = ?1 OR mail_key = ?1 LIMIT 2")
        .and_then(|mut statement| {
            statement
                .query_map([identifier.as_key()], |row| row.get(0))?
                .collect()
        })
        .map_err(storage_error)?;
    Ok(found
        .pop()
        .filter(|_| found.is_empty())
        .map(SubjectId::from_stored))
}

/// By the immutable id.
pub(super) fn get(connection: &Connection, subject: &SubjectId) -> Result<Option<Account>, StorageError> {
    let sql = format!("SELECT {COLUMNS} FROM accounts WHERE subject = ?1");
    let found = connection
        .prepare_cached(&sql)
        .and_then(|mut statement| statement.query_row([subject.as_str()], account).optional())
        .map_err(storage_error)?;
    let Some(mut account) = found else { return Ok(None) };
    account.groups = groups(connection, subject)?;
    Ok(Some(account))
}

/// Enabled accounts in any of the groups, nested ones resolved.
pub(super) fn list_members(
    connection: &Connection,
    names: &BTreeSet<String>,
    limit: usize,
) -> Result<Vec<Account>, StorageError> {
    let mut subjects = BTreeSet::new();
    for name in names {
        let members: Vec<String> = connection
            .prepare_cached(
                "WITH RECURSIVE inside (name) AS (
                     VALUES (?1) UNION SELECT member FROM group_members JOIN inside ON group_name = name WHERE is_group = 1
                 )
                 SELECT DISTINCT member FROM group_members JOIN inside ON group_name = name WHERE is_group = 0",
            )
            .and_then(|mut statement| statement.query_map([name], |row| row.get(0))?.collect())
            .map_err(storage_error)?;
        subjects.extend(members.into_iter().map(SubjectId::from_stored));
    }
    let mut accounts = Vec::new();
    for subject in subjects {
        if accounts.len() == limit {
            break;
        }
        accounts.extend(get(connection, &subject)?.filter(|account| account.enabled));
    }
    Ok(accounts)
}

/// All groups of an account. `UNION` drops what was seen, so a circle of groups ends.
fn groups(connection: &Connection, subject: &SubjectId) -> Result<BTreeSet<String>, StorageError> {
    connection
        .prepare_cached(
            "WITH RECURSIVE around (name) AS (
                 SELECT group_name FROM group_members WHERE member = ?1 AND is_group = 0
                 UNION SELECT group_name FROM group_members JOIN around ON member = name WHERE is_group = 1
             )
             SELECT name FROM around",
        )
        .and_then(|mut statement| {
            statement
                .query_map([subject.as_str()], |row| row.get(0))?
                .collect()
        })
        .map_err(storage_error)
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    let mail: Option<String> = row.get("mail")?;
    let locked_until: Option<i64> = row.get("locked_until")?;
    Ok(Account {
        subject: SubjectId::from_stored(row.get::<_, String>("subject")?),
        user_name: row.get("user_name")?,
        primary_mail: mail.and_then(|mail| EmailAddress::parse(&mail).ok()),
        given_name: row.get("given_name")?,
        family_name: row.get("family_name")?,
        display_name: row.get("display_name")?,
        locale: row.get("locale")?,
        groups: BTreeSet::new(),
        enabled: row.get("enabled")?,
        locked_until: locked_until.map(instant),
        must_change: row.get("must_change")?,
        // The embedded directory has no administrators of its own.
        protected: false,
    })
}
