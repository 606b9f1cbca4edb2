//! TLS to the directory: always verified, by the system's roots or by those of a file.

use std::path::PathBuf;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::{self, PemObject as _};
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt as _;

use crate::config::Ldap;

/// The connection to the directory cannot be protected.
#[derive(Debug, thiserror::Error)]
pub enum LdapTlsError {
    /// The file cannot be read, or is no PEM.
    #[error("directory.ca_file: {} cannot be used: {source}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        source: pem::Error,
    },
    /// A certificate in the file cannot be used, or there is none.
    #[error("directory.ca_file: {} contains no usable certificate", .0.display())]
    NoCertificate(PathBuf),
    /// The system's roots cannot be used.
    #[error("the certificates of the system cannot be used: {0}")]
    System(#[from] rustls::Error),
}

/// What the section `directory` says about certificates.
///
/// # Errors
/// [`LdapTlsError`] names the key of the configuration.
pub fn client_config(ldap: &Ldap) -> Result<Arc<ClientConfig>, LdapTlsError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let builder = match &ldap.ca_file {
        Some(file) => builder.with_root_certificates(roots(file)?),
        None => builder.with_platform_verifier()?,
    };
    Ok(Arc::new(builder.with_no_client_auth()))
}

fn roots(file: &std::path::Path) -> Result<RootCertStore, LdapTlsError> {
    let problem = |source| LdapTlsError::File {
        file: file.to_owned(),
        source,
    };
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(file).map_err(problem)? {
        roots
            .add(certificate.map_err(problem)?)
            .map_err(|_| LdapTlsError::NoCertificate(file.to_owned()))?;
    }
    if roots.is_empty() {
        return Err(LdapTlsError::NoCertificate(file.to_owned()));
    }
    Ok(roots)
}
