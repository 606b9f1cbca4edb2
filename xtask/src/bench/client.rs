//! A small HTTP/1.1 client that keeps its connection: enough to load our own server, and cheap.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

/// One kept connection.
pub struct Connection {
    stream: BufReader<TcpStream>,
    port: u16,
}

/// An answer.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// Fails unless it has the status.
    pub fn expect(&self, status: u16) -> Result<()> {
        ensure!(
            self.status == status,
            "answered {} instead of {status}: {}",
            self.status,
            String::from_utf8_lossy(&self.body)
        );
        Ok(())
    }
}

impl Connection {
    /// Connects.
    pub fn open(port: u16) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self {
            stream: BufReader::new(stream),
            port,
        })
    }

    /// `GET`.
    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.send("GET", path, "accept-encoding: br\r\n", b"")
    }

    /// `POST` as the portal's own page would, within a flow if there is a token.
    pub fn post(&mut self, path: &str, token: Option<&str>, body: &[u8]) -> Result<Answer> {
        let cookie = token.map_or_else(String::new, |token| format!("cookie: postern-flow={token}\r\n"));
        let headers = format!(
            "origin: http://localhost:{}\r\ncontent-type: application/json\r\n{cookie}",
            self.port
        );
        self.send("POST", path, &headers, body)
    }

    fn send(&mut self, method: &str, path: &str, headers: &str, body: &[u8]) -> Result<Answer> {
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost:{}\r\ncontent-length: {}\r\n{headers}\r\n",
            self.port,
            body.len()
        )
        .into_bytes();
        request.extend_from_slice(body);
        self.stream.get_mut().write_all(&request)?;
        self.receive()
    }

    fn receive(&mut self) -> Result<Answer> {
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        let status = line.split(' ').nth(1).context("no status line")?.parse()?;
        let mut length = 0;
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let header = line.trim_end();
            if header.is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse()?;
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { status, body })
    }
}
