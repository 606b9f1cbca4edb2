//! The listener: HTTP/1.1 and HTTP/2, a deadline for headers, a graceful end.

use std::convert::Infallible;
use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use ipnet::IpNet;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tower::Service as _;

/// How long a client may take to send its headers (S-77).
const HEADER_DEADLINE: Duration = Duration::from_secs(10);
/// How long a TLS handshake may take.
const HANDSHAKE_DEADLINE: Duration = Duration::from_secs(10);
/// How long requests may take to end once the server was told to.
const GRACE: Duration = Duration::from_secs(10);

/// How connections are spoken with.
pub enum Transport {
    /// TLS by the portal itself, with everybody.
    Tls(TlsAcceptor),
    /// Plain HTTP, with this machine and configured proxies only.
    Plain(Vec<IpNet>),
}

impl Transport {
    fn takes(&self, peer: IpAddr) -> bool {
        let peer = peer.to_canonical();
        match self {
            Self::Tls(_) => true,
            Self::Plain(proxies) => peer.is_loopback() || proxies.iter().any(|proxy| proxy.contains(&peer)),
        }
    }

    fn tls(&self) -> Option<TlsAcceptor> {
        match self {
            Self::Tls(acceptor) => Some(acceptor.clone()),
            Self::Plain(_) => None,
        }
    }
}

/// Serves until `stop`, then lets running requests end.
/// A connection that fails ends alone.
pub async fn serve(
    listener: TcpListener,
    transport: Transport,
    router: Router,
    stop: impl Future<Output = ()> + Send,
) {
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file descriptors, most likely: wait for some to come back.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        if !transport.takes(peer.ip()) {
            tracing::debug!("a peer that is neither this machine nor a configured proxy is turned away");
            continue;
        }
        // A small answer must not wait for more to send; failing to say so only costs time.
        drop(stream.set_nodelay(true));
        let (router, tls, watcher) = (router.clone(), transport.tls(), graceful.watcher());
        tokio::spawn(async move {
            match tls {
                None => connection(stream, peer, router, watcher).await,
                Some(tls) => match tokio::time::timeout(HANDSHAKE_DEADLINE, tls.accept(stream)).await {
                    Ok(Ok(stream)) => connection(stream, peer, router, watcher).await,
                    Ok(Err(error)) => tracing::debug!(%error, "a TLS handshake failed"),
                    Err(_) => tracing::debug!("a TLS handshake took too long"),
                },
            }
        });
    }
    drop(listener);
    if tokio::time::timeout(GRACE, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests were cut off at the end");
    }
}

async fn connection<S>(
    stream: S,
    peer: SocketAddr,
    router: Router,
    watcher: hyper_util::server::graceful::Watcher,
) where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let service = hyper::service::service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        // A router is always ready: there is nothing to wait for before the call.
        let answer = router.clone().call(request.map(axum::body::Body::new));
        async move { Ok::<_, Infallible>(answer.await.unwrap_or_else(|never| match never {})) }
    });
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_DEADLINE);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(Some(Duration::from_secs(30)));
    let connection = builder
        .serve_connection(TokioIo::new(stream), service)
        .into_owned();
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "a connection ended badly");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_spoken_with_this_machine_and_configured_proxies_only() {
        let plain = Transport::Plain(vec!["10.0.0.0/8".parse().expect("a network")]);
        for (peer, taken) in [
            ("127.0.0.1", true),
            ("::1", true),
            ("10.1.2.3", true),
            ("::ffff:10.1.2.3", true),
            ("192.0.2.1", false),
            ("2001:db8::1", false),
        ] {
            assert_eq!(plain.takes(peer.parse().expect("an address")), taken, "{peer}");
        }
    }

    #[tokio::test]
    async fn a_stop_lets_the_running_request_end_and_takes_no_new_one() {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        use tokio::net::TcpStream;
        use tokio::sync::oneshot;

        let (arrived, arrival) = oneshot::channel();
        let (release, released) = oneshot::channel::<()>();
        let once = std::sync::Mutex::new(Some((arrived, released)));
        let once = std::sync::Arc::new(once);
        let router = Router::new().route(
            "/slow",
            axum::routing::get(move || {
                let taken = once.lock().expect("not poisoned").take();
                async move {
                    let (arrived, released) = taken.expect("asked once");
                    arrived.send(()).expect("the test waits");
                    released.await.expect("the test releases");
                    "done"
                }
            }),
        );
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("binds");
        let address = listener.local_addr().expect("has an address");
        let (stop, stopped) = oneshot::channel::<()>();
        let server = tokio::spawn(serve(
            listener,
            Transport::Plain(Vec::new()),
            router,
            async move {
                drop(stopped.await);
            },
        ));
        let mut client = TcpStream::connect(address).await.expect("connects");
        client
            .write_all(b"GET /slow HTTP/1.1\r\nhost: x\r\n\r\n")
            .await
            .expect("sends");
        arrival.await.expect("the request arrives");
        stop.send(()).expect("the server runs");
        while TcpStream::connect(address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        assert!(
            !server.is_finished(),
            "the server ended before the request that it was working on"
        );
        release.send(()).expect("the handler waits");
        let mut answer = String::new();
        client.read_to_string(&mut answer).await.expect("reads");
        assert!(
            answer.starts_with("HTTP/1.1 200") && answer.ends_with("done"),
            "{answer}"
        );
        server.await.expect("ends");
    }
}
