//! TLS by the portal itself, for operators without a proxy in front.

use std::path::PathBuf;
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::TlsAcceptor;

use crate::config::Tls;

/// TLS cannot be offered.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read, or is no PEM of the right kind.
    #[error("{key}: {} cannot be used: {source}", file.display())]
    File {
        /// The key of the configuration.
        key: &'static str,
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        source: pem::Error,
    },
    /// The certificate file has no certificate in it.
    #[error("tls.certificate_file: {} contains no certificate", .0.display())]
    NoCertificate(PathBuf),
    /// Certificate and key do not belong together, or cannot be used.
    #[error("tls: certificate and key cannot be used together: {0}")]
    Unusable(#[from] rustls::Error),
}

/// Reads the files: TLS 1.2 and later, HTTP/2 offered.
///
/// # Errors
/// [`TlsError`] names the key of the configuration.
pub fn acceptor(tls: &Tls) -> Result<TlsAcceptor, TlsError> {
    let certificate_problem = |source| TlsError::File {
        key: "tls.certificate_file",
        file: tls.certificate_file.clone(),
        source,
    };
    let certificates = CertificateDer::pem_file_iter(&tls.certificate_file)
        .map_err(certificate_problem)?
        .collect::<Result<Vec<_>, _>>()
        .map_err(certificate_problem)?;
    if certificates.is_empty() {
        return Err(TlsError::NoCertificate(tls.certificate_file.clone()));
    }
    let key = PrivateKeyDer::from_pem_file(&tls.key_file).map_err(|source| TlsError::File {
        key: "tls.key_file",
        file: tls.key_file.clone(),
        source,
    })?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(certificates, key)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}
