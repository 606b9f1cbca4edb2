//! The flows in a real browser: Playwright, with the Chromium of the system where there is one.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{build_for_tests, directory};
use crate::build::stamp::Stamp;
use crate::steps::{Step, Steps};
use crate::tools;

/// Where Debian, Fedora and others put Chromium.
const CHROMIUM: [&str; 4] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
];

/// Builds a server with pseudo-locales, prepares packages and browser, and runs Playwright.
pub fn run(root: &Path) -> Result<()> {
    let folder = root.join("end2end");
    if !folder.join("package.json").exists() {
        println!("end2end/package.json does not exist yet: there are no browser tests");
        return Ok(());
    }
    if !tools::exists("npm") {
        bail!("the browser tests need Node.js 20 or newer: install it from your distribution or nodejs.org");
    }
    let layout = build_for_tests(root)?;
    Steps.run("packages", |step| packages(&folder, step))?;
    let browser = Steps.run("browser", |step| find(&folder, step))?;
    // What the specs with real directories and the outside client need.
    directory::install_all()?;
    Steps.run("oathtool", oathtool)?;

    let mut command = Command::new("npx");
    command
        .args(["playwright", "test"])
        .current_dir(&folder)
        .env("POSTERN_BIN", layout.binary());
    if let Some(browser) = browser {
        command.env("POSTERN_CHROMIUM", browser);
    }
    tools::run_loudly(&mut command)
}

/// Codes as an authenticator app makes them, by somebody else's program.
fn oathtool(step: &mut Step) -> Result<()> {
    if tools::exists("oathtool") {
        return Ok(());
    }
    if !(tools::exists("apt-get") && is_root()) {
        bail!("the outside client needs oathtool: install it (Debian: apt-get install oathtool)");
    }
    step.doing("apt-get install oathtool");
    tools::run_quietly(Command::new("apt-get").arg("update"))?;
    tools::run_quietly(
        Command::new("apt-get")
            .args(["install", "--yes", "--no-install-recommends", "oathtool"])
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )?;
    step.outcome("installed by apt-get");
    Ok(())
}

/// Installs the packages of the browser tests.
pub(crate) fn packages(folder: &Path, step: &mut Step) -> Result<()> {
    let lock = folder.join("package-lock.json");
    let stamp = Stamp::new(&folder.join("node_modules"), ".postern-stamp", &[lock], &[])?;
    if stamp.is_fresh() {
        step.outcome("unchanged");
        return Ok(());
    }
    let mut command = Command::new("npm");
    command
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(folder)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    tools::run_quietly(&mut command)?;
    stamp.keep()
}

/// A Chromium to drive; `None` means Playwright's own.
pub(crate) fn find(folder: &Path, step: &mut Step) -> Result<Option<PathBuf>> {
    if let Some(given) = std::env::var_os("POSTERN_CHROMIUM") {
        return Ok(Some(given.into()));
    }
    if let Some(found) = installed() {
        step.outcome(found.display().to_string());
        return Ok(Some(found));
    }
    if tools::exists("apt-get") && is_root() {
        step.doing("apt-get install chromium");
        let install = tools::run_quietly(Command::new("apt-get").arg("update")).and_then(|_| {
            tools::run_quietly(
                Command::new("apt-get")
                    .args(["install", "--yes", "--no-install-recommends", "chromium"])
                    .env("DEBIAN_FRONTEND", "noninteractive"),
            )
        });
        if let (Ok(_), Some(found)) = (&install, installed()) {
            step.outcome("installed by apt-get");
            return Ok(Some(found));
        }
    }
    step.doing("npx playwright install chromium");
    tools::run_quietly(
        Command::new("npx")
            .args(["playwright", "install", "chromium"])
            .current_dir(folder),
    )
    .context(
        "no browser: install Chromium (Debian: apt-get install chromium), or name one in POSTERN_CHROMIUM",
    )?;
    step.outcome("Playwright's own");
    Ok(None)
}

fn installed() -> Option<PathBuf> {
    CHROMIUM.iter().map(PathBuf::from).find(|path| path.exists())
}

/// Whether packages can be installed and low ports taken.
pub(crate) fn is_root() -> bool {
    tools::run_quietly(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
