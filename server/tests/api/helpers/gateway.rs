//! A gateway of text messages that checks what it is sent, and can be told to misbehave.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conduct {
    /// 202.
    Takes,
    /// 500.
    Fails,
    /// 302 to somewhere else.
    Redirects,
    /// Takes the request and never answers.
    Hangs,
    /// Closes the connection in the middle of its answer.
    HalfOpen,
}

/// A running gateway; it stops when this is dropped.
pub struct Gateway {
    address: SocketAddr,
    conduct: Arc<Mutex<Conduct>>,
    requests: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Gateway {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let conduct = Arc::new(Mutex::new(Conduct::Takes));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (how, seen) = (Arc::clone(&conduct), Arc::clone(&requests));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&how), Arc::clone(&seen)));
            }
        });
        Self {
            address,
            conduct,
            requests,
            task,
        }
    }

    pub fn url(&self) -> String {
        format!("http://{}/messages", self.address)
    }

    pub fn set(&self, conduct: Conduct) {
        *self.conduct.lock().unwrap() = conduct;
    }

    /// Waits until so many requests have come.
    pub async fn wait_for(&self, count: usize) {
        while self.requests().len() < count {
            tokio::task::yield_now().await;
        }
    }

    /// Requests in full, as they came.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, conduct: Arc<Mutex<Conduct>>, requests: Arc<Mutex<Vec<String>>>) {
    let mut request = Vec::new();
    while !is_whole(&request) {
        let mut part = [0_u8; 4_096];
        match stream.read(&mut part).await {
            Ok(0) | Err(_) => return,
            Ok(read) => request.extend_from_slice(&part[..read]),
        }
    }
    requests.lock().unwrap().push(String::from_utf8(request).unwrap());
    let conduct = *conduct.lock().unwrap();
    let answer: &[u8] = match conduct {
        Conduct::Takes => b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        Conduct::Fails => b"HTTP/1.1 500 Oops\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        Conduct::Redirects => {
            b"HTTP/1.1 307 Elsewhere\r\nlocation: /elsewhere\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
        }
        Conduct::HalfOpen => b"HTTP/1.1 20",
        Conduct::Hangs => return std::future::pending().await,
    };
    // The other side may have gone away.
    drop(stream.write_all(answer).await);
}

fn is_whole(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head.lines().find_map(|line| {
        line.to_ascii_lowercase()
            .strip_prefix("content-length: ")?
            .parse::<usize>()
            .ok()
    });
    length.is_some_and(|length| body.len() >= length)
}
