//! `cargo xtask test`: everything that CI runs, in the order in which it fails cheaply.

pub(crate) mod browser;
mod deny;
pub mod directory;
mod size;
mod verdicts;

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::build;
use crate::build::layout::Layout;
use crate::l10n;
use crate::openapi;
use crate::steps::{self, Steps};
use crate::tools;

/// A part of the tests, named as the question that it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Is everything formatted?
    Format,
    /// Does Clippy agree, natively and for the browser?
    Lint,
    /// Are licences, sources and known weaknesses of the dependencies in order?
    Deny,
    /// Does the wire contract compile for the browser, and is its description fresh?
    Contract,
    /// Are the texts complete and the generated code fresh?
    L10n,
    /// Do the unit and HTTP tests pass?
    Unit,
    /// Do the password rules say the same natively and in the browser?
    Verdicts,
    /// Does the connector agree with real directories, OpenLDAP and Active Directory?
    Directory,
    /// Does the client build, and is it small enough?
    Client,
    /// Do the flows work in a browser?
    E2e,
}

struct Row {
    part: Part,
    outcome: &'static str,
    took: Duration,
}

/// Runs the chosen parts, or all of them, and prints what became of each.
pub fn run(root: &Path, chosen: &[Part], keep_going: bool) -> Result<()> {
    let mut rows: Vec<Row> = Vec::new();
    let parts = Part::value_variants()
        .iter()
        .filter(|part| chosen.is_empty() || chosen.contains(part));
    for &part in parts {
        if !keep_going && rows.iter().any(|row| row.outcome == "failed") {
            rows.push(Row {
                part,
                outcome: "not run",
                took: Duration::ZERO,
            });
            continue;
        }
        println!("\n── {} {}", name(part), "─".repeat(60 - name(part).len()));
        let started = steps::now();
        let outcome = match run_part(root, part) {
            Ok(()) => "passed",
            Err(error) => {
                eprintln!("{error:#}");
                "failed"
            }
        };
        rows.push(Row {
            part,
            outcome,
            took: steps::since(started),
        });
    }
    println!("\n  {:<10} {:<8} {:>9}", "part", "outcome", "took");
    for row in &rows {
        println!(
            "  {:<10} {:<8} {:>9}",
            name(row.part),
            row.outcome,
            steps::seconds(row.took)
        );
    }
    if rows.iter().any(|row| row.outcome == "failed") {
        bail!("the tests failed");
    }
    Ok(())
}

fn name(part: Part) -> String {
    part.to_possible_value()
        .map(|value| value.get_name().to_owned())
        .unwrap_or_default()
}

fn run_part(root: &Path, part: Part) -> Result<()> {
    match part {
        Part::Format => tools::run_loudly(tools::cargo(root).args(["fmt", "--all", "--check"])),
        Part::Lint => lint(root),
        Part::Deny => deny::run(root),
        Part::Contract => contract(root),
        Part::L10n => l10n::run(root, true),
        Part::Unit => tools::run_loudly(tools::cargo(root).args(["test", "--workspace"])),
        Part::Verdicts => verdicts::run(root),
        Part::Directory => directory::run(root),
        Part::Client => size::run(root),
        Part::E2e => browser::run(root),
    }
}

const WASM: &str = "wasm32-unknown-unknown";

fn lint(root: &Path) -> Result<()> {
    let deny_warnings = ["--", "--deny", "warnings"];
    tools::run_loudly(
        tools::cargo(root)
            .args(["clippy", "--workspace", "--all-targets"])
            .args(deny_warnings),
    )?;
    // Not a test of `cargo test`'s own, so not among all targets.
    tools::run_loudly(
        tools::cargo(root)
            .args(["clippy", "--package", "postern-server", "--test", "directory"])
            .args(deny_warnings),
    )?;
    Steps.run("target", |step| tools::ensure_target(root, WASM, step))?;
    tools::run_loudly(
        tools::cargo(root)
            .args(["clippy", "--package", "postern-app", "--target", WASM])
            .args(deny_warnings),
    )
}

fn contract(root: &Path) -> Result<()> {
    Steps.run("target", |step| tools::ensure_target(root, WASM, step))?;
    tools::run_loudly(tools::cargo(root).args(["check", "--package", "postern-api", "--target", WASM]))?;
    openapi::run(root, true)
}

/// The build that the browser tests use: with pseudo-locales.
fn build_for_tests(root: &Path) -> Result<Layout> {
    let layout = Layout::new(root, true);
    build::all(&layout, &Steps)?;
    Ok(layout)
}
