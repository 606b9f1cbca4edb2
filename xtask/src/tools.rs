//! The programs that `xtask` calls, and where things are.

use std::env;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::steps::Step;

/// The workspace's folder.
pub fn root() -> PathBuf {
    let manifest = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map_or(manifest.clone(), Path::to_path_buf)
}

/// Cargo's target folder, as an absolute path.
pub fn target(root: &Path) -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => std::path::absolute(PathBuf::from(&folder)).unwrap_or_else(|_| folder.into()),
        None => root.join("target"),
    }
}

/// Cargo, the same one that runs us.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// Runs a command and shows what it prints only if it fails.
pub fn run_quietly(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start {shown}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let printed = [
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    ]
    .concat();
    bail!("{shown} failed ({}):\n{}", output.status, printed.trim_end())
}

/// Runs a command that prints for itself.
pub fn run_loudly(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command
        .status()
        .with_context(|| format!("cannot start {shown}"))?;
    if status.success() {
        Ok(())
    } else {
        bail!("{shown} failed ({status})")
    }
}

fn shown(command: &Command) -> String {
    let parts = std::iter::once(command.get_program()).chain(command.get_args());
    let program = Path::new(command.get_program())
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let rest = parts.skip(1).map(|part| part.to_string_lossy().into_owned());
    program.into_iter().chain(rest).collect::<Vec<_>>().join(" ")
}

/// The compiler that belongs to the Cargo that runs us.
pub fn rustc() -> Command {
    Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// Whether a program can be found.
pub fn exists(program: &str) -> bool {
    let names = [
        program.to_owned(),
        format!("{program}.exe"),
        format!("{program}.cmd"),
    ];
    env::var_os("PATH").is_some_and(|path| {
        env::split_paths(&path).any(|folder| names.iter().any(|name| folder.join(name).is_file()))
    })
}

/// Gives a command a text and returns what it prints.
pub fn pipe(command: &mut Command, input: &str) -> Result<String> {
    let shown = shown(command);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {shown}"))?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin
            .write_all(input.as_bytes())
            .with_context(|| format!("cannot write to {shown}"))?;
    }
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!(
            "{shown} failed ({}):\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim_end()
        );
    }
    String::from_utf8(output.stdout).with_context(|| format!("{shown} wrote something that is not text"))
}

/// Runs a command that takes long: its latest line stands beside the spinner, and everything that
/// it said is shown if it fails.
pub fn run_with_progress(command: &mut Command, step: &Step) -> Result<()> {
    let shown = shown(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {shown}"))?;
    let mut said = String::new();
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            step.doing(line.trim());
            said.push_str(&line);
            said.push('\n');
        }
    }
    let status = child.wait()?;
    if status.success() {
        Ok(())
    } else {
        bail!("{shown} failed ({status}):\n{}", said.trim_end())
    }
}

/// Adds a compilation target where it is missing.
pub fn ensure_target(root: &Path, target: &str, step: &Step) -> Result<()> {
    let sysroot = run_quietly(rustc().args(["--print", "sysroot"]).current_dir(root))?;
    if Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(target)
        .is_dir()
    {
        return Ok(());
    }
    step.doing(format!("rustup target add {target}"));
    run_quietly(
        Command::new("rustup")
            .args(["target", "add", target])
            .current_dir(root),
    )
    .with_context(|| format!("install the Rust target {target} by hand"))
    .map(drop)
}

/// Formats Rust source with the workspace's `rustfmt`.
pub fn rustfmt(root: &Path, source: &str) -> Result<String> {
    let mut command = Command::new("rustfmt");
    command
        .args(["--edition", "2024", "--config-path"])
        .arg(root)
        .current_dir(root);
    pipe(&mut command, source).context("the component rustfmt is needed (rustup component add rustfmt)")
}
