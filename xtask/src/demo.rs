//! `cargo xtask demo`: builds what changed and serves the demonstration.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::build::layout::Layout;
use crate::steps::Steps;
use crate::test::directory::{self, Server};
use crate::tools;

/// What the demonstration is started with.
#[derive(Debug)]
pub struct Demo {
    /// The port on this computer.
    pub port: u16,
    /// Where the demonstration keeps its data; the server's own choice if `None`.
    pub data: Option<PathBuf>,
    /// The directory that people live in; the embedded one if `None`.
    pub directory: Option<Server>,
    /// Further flags, passed on as they are.
    pub rest: Vec<String>,
}

/// Builds and serves until the server ends.
pub fn run(root: &Path, demo: &Demo) -> Result<()> {
    require_free(demo.port)?;
    if let Some(server) = demo.directory {
        Steps.run("server", |step| directory::install(server, step))?;
    }
    let layout = Layout::new(root, false);
    build::all(&layout, &Steps)?;
    println!();
    let mut command = Command::new(layout.binary());
    command.arg("demo").arg("--port").arg(demo.port.to_string());
    if let Some(data) = &demo.data {
        command.arg("--data").arg(data);
    }
    if let Some(server) = demo.directory {
        command.args(["--directory", server.name()]);
    }
    tools::run_loudly(command.args(&demo.rest))
}

/// Says so at once, and not after minutes of building.
fn require_free(port: u16) -> Result<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {
            bail!("port {port} is in use: stop what listens there, or choose another one with --port")
        }
        Err(error) => Err(error).with_context(|| format!("port {port} cannot be used")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_refused_in_one_line() {
        let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = holder.local_addr().expect("an address").port();
        let error = require_free(port).expect_err("the port is taken").to_string();
        assert!(error.contains("is in use") && !error.contains('\n'), "{error}");
        drop(holder);
        assert!(require_free(port).is_ok());
    }
}
