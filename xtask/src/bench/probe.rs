//! The tools beside the portal (`server/bench`): probes that say what the machine gives without
//! it, and folders of data.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::client::Connection;
use super::subject::{free_port, now, pause};
use crate::build::layout::Layout;
use crate::steps::Step;
use crate::tools;

/// The tools, built.
pub struct Tools(PathBuf);

/// How many of each to prepare.
#[derive(Clone, Copy)]
pub struct Counts {
    /// People in the directory.
    pub people: usize,
    /// Bodies for starts.
    pub starts: usize,
    /// Sessions that wait for a code.
    pub codes: usize,
    /// Sessions that wait for the new password.
    pub passwords: usize,
}

impl Tools {
    /// Builds them, as the portal is built.
    pub fn build(layout: &Layout, step: &mut Step) -> Result<Self> {
        let mut command = tools::cargo(&layout.root);
        command
            .args(["build", "--release", "--package", "postern-bench"])
            .env("CARGO_TARGET_DIR", &layout.target)
            .env("POSTERN_DIST", layout.dist())
            .env_remove("POSTERN_PSEUDO");
        tools::run_with_progress(&mut command, step)?;
        let name = format!("postern-bench{}", std::env::consts::EXE_SUFFIX);
        Ok(Self(layout.target.join("release").join(name)))
    }

    /// Argon2id alone: hashes a second on all cores together.
    pub fn argon2(&self, hashes: usize) -> Result<f64> {
        let printed = tools::run_quietly(Command::new(&self.0).args(["argon2", &hashes.to_string()]))?;
        printed
            .trim()
            .parse()
            .context("the probe of argon2 printed no number")
    }

    /// Fills a data folder, and a folder with what the load sends.
    pub fn prepare(&self, data: &Path, out: &Path, counts: Counts) -> Result<()> {
        let mut command = Command::new(&self.0);
        command.arg("prepare").args([data, out]);
        for count in [counts.people, counts.starts, counts.codes, counts.passwords] {
            command.arg(count.to_string());
        }
        tools::run_quietly(&mut command).map(|_| ())
    }

    /// Adds people and live sessions to a data folder.
    pub fn crowd(&self, data: &Path, people: u32, sessions: u32) -> Result<()> {
        let mut command = Command::new(&self.0);
        command
            .arg("crowd")
            .arg(data)
            .args([people.to_string(), sessions.to_string()]);
        tools::run_quietly(&mut command).map(|_| ())
    }

    /// Starts the probe that answers.
    pub fn probe(&self, file: &Path) -> Result<Probe> {
        let port = free_port()?;
        let child = Command::new(&self.0)
            .args(["probe", &port.to_string()])
            .arg(file)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("the probe does not start")?;
        let probe = Probe { child, port };
        let started = now();
        while Connection::open(port).is_err() {
            if now().duration_since(started) > Duration::from_secs(10) {
                bail!("the probe does not answer");
            }
            pause(Duration::from_millis(5));
        }
        Ok(probe)
    }
}

/// A running probe.
pub struct Probe {
    child: Child,
    /// Its port.
    pub port: u16,
}

impl Probe {
    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Probe {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
