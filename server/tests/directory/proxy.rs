//! A connection that can be made to fail: everything passes until it is told otherwise.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use postern_server::domain::clock::{Clock, SystemClock};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What happens to bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Weather {
    /// They pass.
    Fair = 0,
    /// Requests pass, answers are lost, then the line breaks.
    LosesAnswers = 1,
    /// Nothing passes, then the line breaks.
    LosesRequests = 2,
    /// Nothing passes and the line stays.
    Silent = 3,
    /// Connections are refused, and those that there are break.
    Down = 4,
}

/// How long a request has to arrive before the line breaks.
const BEFORE_THE_BREAK: Duration = Duration::from_millis(700);
const STEP: Duration = Duration::from_millis(10);

/// A proxy in front of a server.
pub struct Proxy {
    pub address: SocketAddr,
    weather: Arc<AtomicU8>,
}

impl Proxy {
    pub async fn start_on(host: &str, server: SocketAddr) -> Arc<Self> {
        let listener = TcpListener::bind((host, 0)).await.expect("a port");
        let proxy = Arc::new(Self {
            address: listener.local_addr().expect("an address"),
            weather: Arc::new(AtomicU8::new(0)),
        });
        let weather = Arc::clone(&proxy.weather);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                if weather.load(Ordering::SeqCst) == Weather::Down as u8 {
                    continue;
                }
                tokio::spawn(pass(client, server, Arc::clone(&weather)));
            }
        });
        proxy
    }

    pub fn set(&self, weather: Weather) {
        self.weather.store(weather as u8, Ordering::SeqCst);
    }

    pub fn url(&self) -> String {
        format!("ldaps://{}", self.address)
    }
}

async fn pass(mut client: TcpStream, server: SocketAddr, weather: Arc<AtomicU8>) {
    let Ok(mut server) = TcpStream::connect(server).await else {
        return;
    };
    let (mut up, mut down) = ([0; 4_096], [0; 4_096]);
    loop {
        let is = |one: Weather| weather.load(Ordering::SeqCst) == one as u8;
        tokio::select! {
            read = client.read(&mut up) => {
                let Ok(read @ 1..) = read else { return };
                if (is(Weather::Fair) || is(Weather::LosesAnswers)) && server.write_all(&up[..read]).await.is_err() {
                    return;
                }
                if is(Weather::LosesAnswers) || is(Weather::LosesRequests) {
                    tokio::time::sleep(BEFORE_THE_BREAK).await;
                    return;
                }
            }
            read = server.read(&mut down) => {
                let Ok(read @ 1..) = read else { return };
                if is(Weather::Fair) && client.write_all(&down[..read]).await.is_err() {
                    return;
                }
            }
            () = tokio::time::sleep(STEP) => {
                if is(Weather::Down) {
                    return;
                }
            }
        }
    }
}

/// A clock that changes the weather when it is read: the connector reads it between looking an
/// entry up and writing it.
pub struct StormClock {
    pub proxy: Arc<Proxy>,
    pub weather: std::sync::Mutex<Option<Weather>>,
}

impl Clock for StormClock {
    fn now(&self) -> Timestamp {
        if let Some(weather) = self.weather.lock().expect("not poisoned").take() {
            self.proxy.set(weather);
        }
        SystemClock.now()
    }
}
