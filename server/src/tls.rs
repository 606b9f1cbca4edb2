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

#[cfg(test)]
mod tests {
    use rustls::pki_types::ServerName;
    use rustls::{ClientConfig, ProtocolVersion, RootCertStore};
    use tokio::net::{TcpListener, TcpStream};
    use tokio_rustls::TlsConnector;

    use super::*;

    /// A certificate for localhost that signs itself; for this test only.
    fn files() -> Tls {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/testdata");
        Tls {
            certificate_file: folder.join("localhost.pem"),
            key_file: folder.join("localhost-key.pem"),
        }
    }

    fn client(protocol: &[u8]) -> TlsConnector {
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_file_iter(files().certificate_file).expect("readable") {
            roots.add(certificate.expect("a certificate")).expect("usable");
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.alpn_protocols = vec![protocol.to_vec()];
        TlsConnector::from(Arc::new(config))
    }

    #[tokio::test]
    async fn a_browser_gets_tls_1_3_and_the_protocol_that_it_asks_for() {
        for protocol in [b"h2".as_slice(), b"http/1.1"] {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let address = listener.local_addr().expect("an address");
            let acceptor = acceptor(&files()).expect("usable");
            let server = tokio::spawn(async move {
                let (stream, _) = listener.accept().await.expect("a client");
                acceptor.accept(stream).await.expect("a handshake")
            });
            let stream = TcpStream::connect(address).await.expect("connects");
            let name = ServerName::try_from("localhost").expect("a name");
            let stream = client(protocol).connect(name, stream).await.expect("a handshake");
            assert_eq!(stream.get_ref().1.alpn_protocol(), Some(protocol));
            let server = server.await.expect("served");
            assert_eq!(
                server.get_ref().1.protocol_version(),
                Some(ProtocolVersion::TLSv1_3)
            );
        }
    }

    #[test]
    fn what_is_wrong_with_the_files_is_said_with_the_key() {
        let problem = |tls: &Tls| acceptor(tls).err().expect("a problem").to_string();
        let missing = problem(&Tls {
            certificate_file: "/nowhere.pem".into(),
            ..files()
        });
        assert!(
            missing.starts_with("tls.certificate_file: /nowhere.pem cannot be used"),
            "{missing}"
        );
        let swapped = problem(&Tls {
            certificate_file: files().key_file,
            key_file: files().certificate_file,
        });
        assert!(swapped.contains("contains no certificate"), "{swapped}");
        let no_key = problem(&Tls {
            key_file: files().certificate_file,
            ..files()
        });
        assert!(no_key.starts_with("tls.key_file"), "{no_key}");
    }
}
