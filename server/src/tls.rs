//! TLS by the portal itself, for operators without a proxy in front.
//!
//! Handshakes run beside each other: a client that is slow with its own holds up nobody else.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::Listener;
use rustls::ServerConfig;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::config::Tls;

/// How long a client has for its handshake.
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);
/// Handshakes in flight; the next client waits in the system's queue.
const MAX_HANDSHAKES: usize = 512;
/// Connections that are ready and not yet taken.
const READY: usize = 64;
/// Rest after the system refused a connection, usually for lack of file descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(200);

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
pub fn load(tls: &Tls) -> Result<Arc<ServerConfig>, TlsError> {
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
    Ok(Arc::new(config))
}

/// Gives connections whose handshake is done.
pub struct TlsListener {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl TlsListener {
    /// Takes over a listening socket.
    ///
    /// # Errors
    /// When the socket does not know its own address.
    pub fn new(listener: TcpListener, config: Arc<ServerConfig>) -> std::io::Result<Self> {
        let address = listener.local_addr()?;
        let (sender, ready) = mpsc::channel(READY);
        let task = tokio::spawn(accept(listener, TlsAcceptor::from(config), sender));
        Ok(Self { ready, address, task })
    }
}

impl Drop for TlsListener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(connection) => connection,
            // The task ends only with this listener.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        Ok(self.address)
    }
}

async fn accept(
    listener: TcpListener,
    acceptor: TlsAcceptor,
    ready: mpsc::Sender<(TlsStream<TcpStream>, SocketAddr)>,
) {
    let places = Arc::new(Semaphore::new(MAX_HANDSHAKES));
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        let (stream, address) = match listener.accept().await {
            Ok(connection) => connection,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            }
        };
        let (acceptor, ready) = (acceptor.clone(), ready.clone());
        tokio::spawn(async move {
            match tokio::time::timeout(HANDSHAKE_TIMEOUT, acceptor.accept(stream)).await {
                Ok(Ok(stream)) => {
                    // Nobody takes it any more when the portal is stopping.
                    let _ = ready.send((stream, address)).await;
                }
                Ok(Err(error)) => tracing::debug!(%error, "a TLS handshake failed"),
                Err(_) => tracing::debug!("a TLS handshake took too long"),
            }
            drop(place);
        });
    }
}

#[cfg(test)]
mod tests {
    use rustls::pki_types::ServerName;
    use rustls::{ClientConfig, RootCertStore};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
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

    fn client() -> TlsConnector {
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_file_iter(files().certificate_file).expect("readable") {
            roots.add(certificate.expect("a certificate")).expect("usable");
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_root_certificates(roots)
            .with_no_client_auth();
        TlsConnector::from(Arc::new(config))
    }

    #[tokio::test]
    async fn slow_handshakes_hold_up_nobody() {
        let socket = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let mut listener = TlsListener::new(socket, load(&files()).expect("usable")).expect("a listener");
        let address = listener.local_addr().expect("an address");
        // Clients that connect and say nothing, or nonsense.
        let mut silent = Vec::new();
        for index in 0..50 {
            let mut stream = TcpStream::connect(address).await.expect("connects");
            if index % 2 == 0 {
                stream.write_all(b"GET / HTTP/1.1\r\n\r\n").await.expect("writes");
            }
            silent.push(stream);
        }
        let server = tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await;
            let mut word = [0; 5];
            stream.read_exact(&mut word).await.expect("reads");
            word
        });
        let stream = TcpStream::connect(address).await.expect("connects");
        let name = ServerName::try_from("localhost").expect("a name");
        let mut stream = client().connect(name, stream).await.expect("a handshake");
        stream.write_all(b"hello").await.expect("writes");
        stream.flush().await.expect("flushes");
        let word = tokio::time::timeout(Duration::from_secs(5), server)
            .await
            .expect("in time")
            .expect("served");
        assert_eq!(&word, b"hello");
    }

    #[test]
    fn what_is_wrong_with_the_files_is_said_with_the_key() {
        let missing = Tls {
            certificate_file: "/nowhere.pem".into(),
            ..files()
        };
        let problem = load(&missing).expect_err("missing").to_string();
        assert!(
            problem.starts_with("tls.certificate_file: /nowhere.pem cannot be used"),
            "{problem}"
        );
        let swapped = Tls {
            certificate_file: files().key_file,
            key_file: files().certificate_file,
        };
        let problem = load(&swapped).expect_err("swapped").to_string();
        assert!(problem.contains("contains no certificate"), "{problem}");
        let no_key = Tls {
            key_file: files().certificate_file,
            ..files()
        };
        let problem = load(&no_key).expect_err("no key").to_string();
        assert!(problem.starts_with("tls.key_file"), "{problem}");
    }
}
