//! The portal that is measured: a demonstration of its own, ended by its process id.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::client::Connection;

/// The log as a portal has it, where the demonstration is quiet; sessions that live as long as the
/// measurement. Everything else is as shipped.
const OVERRIDES: &str = "[log]\nlevel = \"info\"\n\n[flow]\nlifetime_seconds = 3600\n";

/// A running portal.
pub struct Subject {
    child: Child,
    folder: PathBuf,
    /// Its port.
    pub port: u16,
    /// From the start of the process to the first answer.
    pub first_answer: Duration,
}

impl Subject {
    /// Starts a portal with its data in a folder, and waits for its first answer.
    pub fn start(binary: &Path, folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let overrides = folder.join("overrides.toml");
        std::fs::write(&overrides, OVERRIDES)?;
        let port = free_port()?;
        let started = now();
        let child = Command::new(binary)
            .args(["demo", "--port", &port.to_string(), "--data"])
            .arg(folder.join("data"))
            .arg("--config")
            .arg(&overrides)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("the portal does not start")?;
        let mut subject = Self {
            child,
            folder: folder.to_owned(),
            port,
            first_answer: Duration::ZERO,
        };
        loop {
            if let Ok(mut connection) = Connection::open(port)
                && connection
                    .get("/healthz")
                    .is_ok_and(|answer| answer.status == 200)
            {
                subject.first_answer = now().duration_since(started);
                return Ok(subject);
            }
            if now().duration_since(started) > Duration::from_secs(30) {
                bail!("the portal does not answer");
            }
            pause(Duration::from_millis(2));
        }
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Ends it and starts it again with the same data.
    pub fn restart(mut self, binary: &Path) -> Result<Self> {
        self.end();
        Self::start(binary, &self.folder.clone())
    }

    fn end(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Drop for Subject {
    fn drop(&mut self) {
        self.end();
    }
}

/// A port that nobody listens on.
pub(super) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

#[expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
pub(super) fn now() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "a measurement waits on its own thread")]
pub(super) fn pause(duration: Duration) {
    std::thread::sleep(duration);
}
