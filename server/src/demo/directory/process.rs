//! A server that was started here and ends with whoever holds it, however that one ends.

use std::fs::File;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::ServerError;

/// How long a server may take until it listens.
const START: Duration = Duration::from_secs(30);
/// How long it may take to end.
const END: Duration = Duration::from_secs(10);
const STEP: Duration = Duration::from_millis(50);

/// A running server and everything that it started, in a process group of their own.
pub struct ServerProcess {
    name: &'static str,
    child: Child,
}

impl ServerProcess {
    /// Starts it; what it says goes to a file.
    ///
    /// # Errors
    /// [`ServerError::NotInstalled`] or [`ServerError::Failed`].
    pub fn start(name: &'static str, command: &mut Command, log: &Path) -> Result<Self, ServerError> {
        let log = File::create(log)?;
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let child = command.spawn().map_err(|error| ServerError::Failed {
            name,
            why: error.to_string(),
        })?;
        Ok(Self { name, child })
    }

    /// Waits until it listens on an address.
    ///
    /// # Errors
    /// [`ServerError::Failed`] if it ends before, or takes too long.
    pub async fn listens_on(&mut self, address: SocketAddr, log: &Path) -> Result<(), ServerError> {
        let mut waited = Duration::ZERO;
        while waited < START {
            if tokio::net::TcpStream::connect(address).await.is_ok() {
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                return Err(self.failed(&format!("it ended ({status}); see {}", log.display())));
            }
            tokio::time::sleep(STEP).await;
            waited += STEP;
        }
        Err(self.failed(&format!("it does not listen on {address}; see {}", log.display())))
    }

    fn failed(&self, why: &str) -> ServerError {
        ServerError::Failed {
            name: self.name,
            why: why.to_owned(),
        }
    }

    /// Its process id, which is its group's as well.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    fn signal(&self, signal: &str) -> io::Result<()> {
        // The shell's own `kill`: a program of that name is not everywhere.
        Command::new("sh")
            .args(["-c", &format!("kill -{signal} -{}", self.child.id())])
            .stderr(Stdio::null())
            .status()
            .map(drop)
    }

    /// Ends it and what it started, and waits until it is gone.
    pub fn stop(&mut self) {
        if matches!(self.child.try_wait(), Ok(Some(_))) {
            return;
        }
        let _ = self.signal("TERM");
        let mut waited = Duration::ZERO;
        while waited < END {
            if matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            pause();
            waited += STEP;
        }
        let _ = self.signal("KILL");
        let _ = self.child.wait();
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "servers are stopped when their holder is dropped, where nothing can be awaited"
)]
fn pause() {
    std::thread::sleep(STEP);
}

impl Drop for ServerProcess {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Where a program is, in the places that `PATH` of an ordinary user may lack as well.
pub(super) fn find_program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let usual = [
        "/usr/sbin",
        "/usr/bin",
        "/usr/local/sbin",
        "/usr/lib/openldap",
        "/usr/libexec",
    ];
    std::env::split_paths(&path)
        .chain(usual.map(PathBuf::from))
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// Writes a file that only its owner may read.
pub(super) fn write_private(path: &Path, content: &str) -> io::Result<()> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(content.as_bytes())
}
