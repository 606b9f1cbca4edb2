//! Connections: opened with verified TLS, bound as the service account, kept for a while, never
//! used again after something went wrong on them.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ldap3::adapters::{Adapter, EntriesOnly, PagedResults};
use ldap3::controls::{Control, RawControl};
use ldap3::exop::Exop;
use ldap3::{
    Ldap as Handle, LdapConnAsync, LdapConnSettings, LdapError, LdapResult, Mod, Scope, SearchEntry,
    SearchOptions,
};
use rustls::ClientConfig;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout};
use url::Url;
use zeroize::Zeroize;

use super::entry::Entry;
use super::fault::{Answer, Fault, code};
use crate::config::{Ldap, LdapSecurity};
use crate::domain::secret::SecretText;

/// A connection that was not used for so long is not trusted to be alive.
const IDLE: Duration = Duration::from_secs(30);
/// Entries on one page of a long list.
const PAGE: i32 = 200;

/// The connections to one directory.
pub(super) struct Pool {
    servers: Vec<Url>,
    settings: LdapConnSettings,
    bind_dn: String,
    bind_password: SecretText,
    connect_timeout: Duration,
    operation_timeout: Duration,
    idle: Mutex<Vec<Connection>>,
    permits: Semaphore,
    /// For connections that try a password, so that one can be had while another is held.
    trial_permits: Semaphore,
    /// The server that answered last.
    preferred: AtomicUsize,
    /// Whether a server that was asked lists one of the controls below.
    enforces_history: AtomicBool,
    history_controls: &'static [&'static str],
}

/// One connection, bound as the service account.
struct Connection {
    handle: Handle,
    server: usize,
    root: Arc<RootDse>,
    last_used: Instant,
}

/// What a server says of itself.
#[derive(Debug, Default)]
pub(super) struct RootDse {
    controls: HashSet<String>,
    /// Where a domain begins (Active Directory).
    pub(super) naming_context: Option<String>,
}

impl RootDse {
    /// Whether the server knows a control.
    pub(super) fn supports(&self, control: &str) -> bool {
        self.controls.contains(control)
    }
}

/// A connection on loan. It goes back to the others only if its last operation ended well.
pub(super) struct Lease<'p> {
    pool: &'p Pool,
    connection: Option<Connection>,
    clean: bool,
    _permit: SemaphorePermit<'p>,
}

/// A value of an attribute that is written; wiped when it is dropped. (The client library makes
/// copies of its own for the wire, which are not.)
#[derive(PartialEq, Eq, Hash)]
pub(super) struct Octets(Vec<u8>);

impl Octets {
    pub(super) fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self(bytes.into())
    }
}

impl AsRef<[u8]> for Octets {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Octets {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Entries of a search; `more` if the server has more than were asked for.
pub(super) struct Found {
    pub(super) entries: Vec<Entry>,
    pub(super) more: bool,
}

impl Pool {
    pub(super) fn new(
        ldap: &Ldap,
        tls: Arc<ClientConfig>,
        history_controls: &'static [&'static str],
    ) -> Self {
        let settings = LdapConnSettings::new()
            .set_config(tls)
            .set_starttls(ldap.security == LdapSecurity::Starttls);
        Self {
            servers: ldap.urls.clone(),
            settings,
            bind_dn: ldap.bind_dn.clone(),
            bind_password: ldap.bind_password.clone(),
            connect_timeout: Duration::from_secs(ldap.connect_timeout_seconds),
            operation_timeout: Duration::from_secs(ldap.operation_timeout_seconds),
            idle: Mutex::default(),
            permits: Semaphore::new(ldap.pool_size),
            trial_permits: Semaphore::new(ldap.pool_size),
            preferred: AtomicUsize::new(0),
            enforces_history: AtomicBool::new(false),
            history_controls,
        }
    }

    /// Whether the server that was asked last enforces history on a reset.
    pub(super) fn enforces_history(&self) -> bool {
        self.enforces_history.load(Ordering::Relaxed)
    }

    /// A server's name for the log and for marks.
    pub(super) fn server(&self, server: usize) -> &str {
        self.servers.get(server).map_or("", Url::as_str)
    }

    /// A connection: one that waits, or a new one.
    pub(super) async fn lease(&self) -> Result<Lease<'_>, Fault> {
        let permit = self.permit(&self.permits).await?;
        let waiting = self.take_waiting();
        let connection = match waiting {
            Some(connection) => connection,
            None => self.connect().await?,
        };
        Ok(Lease {
            pool: self,
            connection: Some(connection),
            clean: true,
            _permit: permit,
        })
    }

    async fn permit<'p>(&self, permits: &'p Semaphore) -> Result<SemaphorePermit<'p>, Fault> {
        match timeout(self.operation_timeout, permits.acquire()).await {
            Ok(Ok(permit)) => Ok(permit),
            _ => Err(Fault::Busy),
        }
    }

    fn take_waiting(&self) -> Option<Connection> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(mut connection) = idle.pop() {
            if connection.last_used.elapsed() < IDLE && !connection.handle.is_closed() {
                return Some(connection);
            }
        }
        None
    }

    async fn connect(&self) -> Result<Connection, Fault> {
        let first = self.preferred.load(Ordering::Relaxed);
        let mut fault = Fault::Unreachable;
        for offset in 0..self.servers.len() {
            let server = (first + offset) % self.servers.len();
            match self.connect_to(server).await {
                Ok(connection) => {
                    self.preferred.store(server, Ordering::Relaxed);
                    return Ok(connection);
                }
                Err(Fault::Misconfigured) => fault = Fault::Misconfigured,
                Err(_) => {}
            }
        }
        Err(fault)
    }

    async fn connect_to(&self, server: usize) -> Result<Connection, Fault> {
        let mut handle = self.open(server).await?;
        let bound = handle
            .with_timeout(self.operation_timeout)
            .simple_bind(&self.bind_dn, self.bind_password.expose())
            .await
            .map_err(|error| {
                let fault = Fault::from_client(&error);
                tracing::warn!(
                    server = self.server(server),
                    "the directory did not answer the service account's bind"
                );
                match fault {
                    Fault::Misconfigured => Fault::Misconfigured,
                    _ => Fault::Unreachable,
                }
            })?;
        match bound.rc {
            0 => {}
            code::BUSY | code::UNAVAILABLE | code::OTHER => {
                tracing::warn!(
                    server = self.server(server),
                    code = bound.rc,
                    "the directory is not available"
                );
                return Err(Fault::Unreachable);
            }
            rc => {
                tracing::error!(
                    server = self.server(server),
                    code = rc,
                    "the directory refuses the service account: check directory.bind_dn and directory.bind_password"
                );
                return Err(Fault::Misconfigured);
            }
        }
        let root = self.read_root(&mut handle).await?;
        let history = self.history_controls.iter().any(|control| root.supports(control));
        self.enforces_history.store(history, Ordering::Relaxed);
        Ok(Connection {
            handle,
            server,
            root: Arc::new(root),
            last_used: Instant::now(),
        })
    }

    async fn read_root(&self, handle: &mut Handle) -> Result<RootDse, Fault> {
        let attributes = vec!["supportedControl", "defaultNamingContext"];
        let found = handle
            .with_timeout(self.operation_timeout)
            .search("", Scope::Base, "(objectClass=*)", attributes)
            .await
            .map_err(|_| Fault::Unreachable)?;
        let Some(entry) = found.0.into_iter().next() else {
            return Ok(RootDse::default());
        };
        let entry = Entry::new(SearchEntry::construct(entry));
        Ok(RootDse {
            controls: entry.texts("supportedControl").map(str::to_owned).collect(),
            naming_context: entry.text("defaultNamingContext").map(str::to_owned),
        })
    }

    /// A connection with its protection, bound as nobody.
    async fn open(&self, server: usize) -> Result<Handle, Fault> {
        let url = self.servers.get(server).ok_or(Fault::Unreachable)?;
        let settings = self.settings.clone().set_conn_timeout(self.connect_timeout);
        let (connection, handle) = LdapConnAsync::from_url_with_settings(settings, url)
            .await
            .map_err(|error| self.explain(server, &error))?;
        tokio::spawn(async move {
            if connection.drive().await.is_err() {
                tracing::debug!("a connection to the directory broke");
            }
        });
        Ok(handle)
    }

    fn explain(&self, server: usize, error: &LdapError) -> Fault {
        let server = self.server(server);
        match error {
            LdapError::Io { source } => {
                let tls = source
                    .get_ref()
                    .and_then(|inner| inner.downcast_ref::<rustls::Error>());
                if let Some(problem @ rustls::Error::InvalidCertificate(_)) = tls {
                    tracing::error!(server, %problem, "the directory's certificate is not believed: check directory.ca_file and the host in directory.urls");
                    return Fault::Misconfigured;
                }
                tracing::warn!(server, error = %source, "the directory cannot be reached");
                Fault::Unreachable
            }
            LdapError::LdapResult { result } => {
                tracing::error!(server, code = result.rc, "the directory refuses StartTLS");
                Fault::Misconfigured
            }
            LdapError::DNSName { .. } | LdapError::Rustls { .. } => {
                tracing::error!(
                    server,
                    "the directory's host cannot be verified: check directory.urls"
                );
                Fault::Misconfigured
            }
            _ => {
                tracing::warn!(server, "the directory cannot be reached in time");
                Fault::Unreachable
            }
        }
    }

    /// Binds as somebody on a connection of its own, and closes it. An empty password is never
    /// sent: it would be an anonymous bind (RFC 4513 section 5.1.2).
    pub(super) async fn try_bind(
        &self,
        server: usize,
        dn: &str,
        password: &SecretText,
        control: Option<RawControl>,
    ) -> Result<(Trial<'_>, LdapResult), Fault> {
        let permit = self.permit(&self.trial_permits).await?;
        let mut handle = self.open(server).await?;
        handle.with_timeout(self.operation_timeout);
        if let Some(control) = control {
            handle.with_controls(control);
        }
        let result = handle
            .simple_bind(dn, password.expose())
            .await
            .map_err(|error| Fault::from_client(&error))?;
        let trial = Trial {
            handle,
            operation_timeout: self.operation_timeout,
            _permit: permit,
        };
        Ok((trial, result))
    }
}

/// A connection that was bound as somebody else than the service account; never used twice.
pub(super) struct Trial<'p> {
    handle: Handle,
    operation_timeout: Duration,
    _permit: SemaphorePermit<'p>,
}

impl Trial<'_> {
    /// An extended operation as that somebody.
    pub(super) async fn extended(
        &mut self,
        operation: Exop,
        control: Option<RawControl>,
    ) -> Result<Answer, Fault> {
        extended(&mut self.handle, self.operation_timeout, operation, control).await
    }
}

async fn extended(
    handle: &mut Handle,
    within: Duration,
    operation: Exop,
    control: Option<RawControl>,
) -> Result<Answer, Fault> {
    handle.with_timeout(within);
    if let Some(control) = control {
        handle.with_controls(control);
    }
    let result = handle
        .extended(operation)
        .await
        .map_err(|error| Fault::from_client(&error))?;
    Ok(Answer::new(result.1))
}

impl Lease<'_> {
    fn handle(&mut self) -> Result<&mut Handle, Fault> {
        // Until the operation has ended well, nobody else gets this connection.
        self.clean = false;
        let within = self.pool.operation_timeout;
        let connection = self.connection.as_mut().ok_or(Fault::Unreachable)?;
        connection.handle.with_timeout(within);
        Ok(&mut connection.handle)
    }

    /// Which server this is.
    pub(super) fn server(&self) -> usize {
        self.connection.as_ref().map_or(0, |connection| connection.server)
    }

    /// What the server says of itself.
    pub(super) fn root(&self) -> Arc<RootDse> {
        self.connection
            .as_ref()
            .map(|connection| Arc::clone(&connection.root))
            .unwrap_or_default()
    }

    /// One search, without pages; referrals are not followed.
    pub(super) async fn search(
        &mut self,
        base: &str,
        scope: Scope,
        filter: &str,
        attributes: &[String],
        limit: i32,
    ) -> Result<Found, Fault> {
        let handle = self.handle()?;
        let result = handle
            .with_search_options(SearchOptions::new().sizelimit(limit))
            .search(base, scope, filter, attributes.to_vec())
            .await
            .map_err(|error| Fault::from_client(&error))?;
        self.clean = true;
        let more = match result.1.rc {
            0 => false,
            code::SIZE_LIMIT => true,
            _ => return Err(Fault::from_search(&result.1)),
        };
        let entries = result
            .0
            .into_iter()
            .filter(|entry| !entry.is_ref() && !entry.is_intermediate())
            .map(|entry| Entry::new(SearchEntry::construct(entry)))
            .collect();
        Ok(Found { entries, more })
    }

    /// One entry by its DN, which came from the server.
    pub(super) async fn read(&mut self, dn: &str, attributes: &[String]) -> Result<Option<Entry>, Fault> {
        match self
            .search(dn, Scope::Base, "(objectClass=*)", attributes, 1)
            .await
        {
            Ok(found) => Ok(found.entries.into_iter().next()),
            Err(Fault::NoSuchObject) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// A long list, page by page, at most `limit` entries; all of it within the time of one operation.
    pub(super) async fn list(
        &mut self,
        base: &str,
        filter: &str,
        attributes: &[String],
        limit: usize,
    ) -> Result<Found, Fault> {
        let within = self.pool.operation_timeout;
        timeout(within, self.list_pages(base, filter, attributes, limit))
            .await
            .unwrap_or(Err(Fault::Lost))
    }

    async fn list_pages(
        &mut self,
        base: &str,
        filter: &str,
        attributes: &[String],
        limit: usize,
    ) -> Result<Found, Fault> {
        let handle = self.handle()?;
        let adapters: Vec<Box<dyn Adapter<'_, String, Vec<String>>>> =
            vec![Box::new(EntriesOnly::new()), Box::new(PagedResults::new(PAGE))];
        let mut stream = handle
            .streaming_search_with(adapters, base, Scope::Subtree, filter, attributes.to_vec())
            .await
            .map_err(|error| Fault::from_client(&error))?;
        let mut entries = Vec::new();
        while let Some(entry) = stream.next().await.map_err(|error| Fault::from_client(&error))? {
            if entries.len() == limit {
                // The rest stays unread, and the connection is not used again.
                return Ok(Found { entries, more: true });
            }
            entries.push(Entry::new(SearchEntry::construct(entry)));
        }
        let result = stream.finish().await;
        self.clean = true;
        match result.rc {
            0 => Ok(Found { entries, more: false }),
            code::SIZE_LIMIT => Ok(Found { entries, more: true }),
            _ => Err(Fault::from_search(&result)),
        }
    }

    /// One modification, all of it or nothing.
    pub(super) async fn modify(
        &mut self,
        dn: &str,
        changes: Vec<Mod<Octets>>,
        control: Option<RawControl>,
    ) -> Result<Answer, Fault> {
        let handle = self.handle()?;
        if let Some(control) = control {
            handle.with_controls(control);
        }
        let result = handle
            .modify(dn, changes)
            .await
            .map_err(|error| Fault::from_client(&error))?;
        self.clean = true;
        Ok(Answer::new(result))
    }

    /// One extended operation.
    pub(super) async fn extended(
        &mut self,
        operation: Exop,
        control: Option<RawControl>,
    ) -> Result<Answer, Fault> {
        let within = self.pool.operation_timeout;
        let handle = self.handle()?;
        let answer = extended(handle, within, operation, control).await?;
        self.clean = true;
        Ok(answer)
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        if let (true, Some(mut connection)) = (self.clean, self.connection.take()) {
            connection.last_used = Instant::now();
            let mut idle = self.pool.idle.lock().unwrap_or_else(PoisonError::into_inner);
            idle.push(connection);
        }
    }
}

/// Replaces an attribute.
pub(super) fn replace(attribute: &str, value: Octets) -> Mod<Octets> {
    Mod::Replace(Octets::new(attribute), HashSet::from([value]))
}

/// Deletes an attribute.
pub(super) fn delete(attribute: &str) -> Mod<Octets> {
    Mod::Delete(Octets::new(attribute), HashSet::new())
}

/// The value of a response control.
pub(super) fn control_value<'c>(controls: &'c [Control], oid: &str) -> Option<&'c [u8]> {
    controls
        .iter()
        .find(|control| control.1.ctype == oid)
        .and_then(|control| control.1.val.as_deref())
}
