//! What fills a directory: entries added and changed by its administrator.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, LdapResult, Mod, Scope, SearchEntry};
use rustls::ClientConfig;

use super::ServerError;

/// An administrator's connection.
pub struct Administrator {
    handle: Ldap,
}

/// Attributes and values of an entry.
pub type Attributes<'a> = &'a [(&'a str, &'a [&'a str])];

impl Administrator {
    /// Connects and binds.
    ///
    /// # Errors
    /// [`ServerError::Failed`].
    pub async fn connect(
        url: &str,
        tls: Option<Arc<ClientConfig>>,
        dn: &str,
        password: &str,
    ) -> Result<Self, ServerError> {
        let mut settings = LdapConnSettings::new().set_conn_timeout(Duration::from_secs(10));
        if let Some(tls) = tls {
            settings = settings.set_config(tls);
        }
        let (connection, mut handle) = LdapConnAsync::with_settings(settings, url)
            .await
            .map_err(failed)?;
        tokio::spawn(async move { connection.drive().await });
        let bound = handle.simple_bind(dn, password).await.map_err(failed)?;
        checked(bound)?;
        Ok(Self { handle })
    }

    /// Adds an entry.
    ///
    /// # Errors
    /// [`ServerError::Failed`] with what the server said.
    pub async fn add(&mut self, dn: &str, attributes: Attributes<'_>) -> Result<(), ServerError> {
        self.add_with(dn, attributes, &[]).await
    }

    /// Adds an entry with values that are no text.
    ///
    /// # Errors
    /// [`ServerError::Failed`] with what the server said.
    pub async fn add_with(
        &mut self,
        dn: &str,
        attributes: Attributes<'_>,
        bytes: &[(&str, Vec<u8>)],
    ) -> Result<(), ServerError> {
        let texts = attributes.iter().map(|(name, values)| {
            let values: HashSet<Vec<u8>> = values.iter().map(|value| value.as_bytes().to_vec()).collect();
            (name.as_bytes().to_vec(), values)
        });
        let bytes = bytes
            .iter()
            .map(|(name, value)| (name.as_bytes().to_vec(), HashSet::from([value.clone()])));
        let all = texts.chain(bytes).collect();
        checked(self.handle.add(dn, all).await.map_err(failed)?)
    }

    /// Replaces the values of one attribute; none deletes it.
    ///
    /// # Errors
    /// [`ServerError::Failed`] with what the server said.
    pub async fn replace(&mut self, dn: &str, attribute: &str, values: &[&[u8]]) -> Result<(), ServerError> {
        let values = values.iter().map(|value| value.to_vec()).collect();
        let change = Mod::Replace(attribute.as_bytes().to_vec(), values);
        checked(self.handle.modify(dn, vec![change]).await.map_err(failed)?)
    }

    /// The values of one attribute of one entry.
    ///
    /// # Errors
    /// [`ServerError::Failed`] with what the server said.
    pub async fn read(&mut self, dn: &str, attribute: &str) -> Result<Vec<Vec<u8>>, ServerError> {
        let found = self
            .handle
            .search(dn, Scope::Base, "(objectClass=*)", vec![attribute])
            .await
            .and_then(ldap3::SearchResult::success)
            .map_err(failed)?;
        let Some(entry) = found.0.into_iter().next().map(SearchEntry::construct) else {
            return Ok(Vec::new());
        };
        let texts = entry.attrs.into_values().flatten().map(String::into_bytes);
        Ok(texts.chain(entry.bin_attrs.into_values().flatten()).collect())
    }
}

fn checked(result: LdapResult) -> Result<(), ServerError> {
    result.success().map(drop).map_err(failed)
}

#[expect(clippy::needless_pass_by_value, reason = "made for map_err")]
fn failed(error: ldap3::LdapError) -> ServerError {
    ServerError::Failed {
        name: "the directory",
        why: error.to_string(),
    }
}

/// A password as Active Directory takes it.
pub fn unicode_password(password: &str) -> Vec<u8> {
    format!("\"{password}\"")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect()
}
