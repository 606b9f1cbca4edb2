//! Real directories for the demonstration and for tests: started here, filled with people, ended
//! with whoever started them.

mod certificate;
mod client;
mod fill;
mod process;
pub mod samba;
pub mod slapd;

use std::path::Path;

pub use certificate::Certificates;
pub use client::{Administrator, unicode_password};
pub use process::ServerProcess;
pub use samba::Samba;
pub use slapd::Slapd;

use crate::domain::people::NewPerson;

/// A directory other than the embedded one that the demonstration can run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum DemoDirectory {
    /// `OpenLDAP`'s slapd.
    Openldap,
    /// Samba as a domain controller.
    ActiveDirectory,
}

/// A server could not be started.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// It is not there.
    #[error("{name} is not installed: apt-get install {packages}")]
    NotInstalled {
        /// The program.
        name: &'static str,
        /// Debian's packages.
        packages: &'static str,
    },
    /// It does not work.
    #[error("{name} does not work: {why}")]
    Failed {
        /// The program.
        name: &'static str,
        /// What it said.
        why: String,
    },
    /// Its folder cannot be used.
    #[error("the folder of a server cannot be used: {0}")]
    Folder(#[from] std::io::Error),
}

/// A server that runs as long as this is kept, with the configuration that leads to it.
pub struct RunningDirectory {
    /// The section `directory`.
    pub document: String,
    _server: Server,
}

enum Server {
    Slapd(#[expect(dead_code, reason = "held so that it runs")] Slapd),
    Samba(#[expect(dead_code, reason = "held so that it runs")] Samba),
}

impl RunningDirectory {
    /// Starts one in the demonstration's folder, with these people in it if it is new.
    ///
    /// # Errors
    /// [`ServerError`] says what to install.
    pub async fn start(kind: DemoDirectory, data: &Path, people: &[NewPerson]) -> Result<Self, ServerError> {
        // Servers are told of their folder by its full name.
        let data = std::path::absolute(data)?;
        let (server, document) = match kind {
            DemoDirectory::Openldap => {
                let slapd = Slapd::start(&data.join("openldap")).await?;
                if slapd.is_new {
                    fill::openldap(&slapd, people).await?;
                }
                let document = fill::openldap_document(&slapd);
                (Server::Slapd(slapd), document)
            }
            DemoDirectory::ActiveDirectory => {
                let samba = Samba::start(&data.join("active-directory")).await?;
                if samba.is_new {
                    fill::active_directory(&samba, people).await?;
                }
                let document = fill::active_directory_document(&samba);
                (Server::Samba(samba), document)
            }
        };
        Ok(Self {
            document,
            _server: server,
        })
    }
}
