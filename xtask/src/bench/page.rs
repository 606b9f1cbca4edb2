//! The first screen, in Chromium.

use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::report::Report;
use super::subject::Subject;
use crate::build::layout::Layout;
use crate::steps::Step;
use crate::test::browser;
use crate::tools;

const RUNS: u32 = 7;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Figures {
    chromium: String,
    runs: u32,
    requests: usize,
    bytes: u64,
    files: Vec<File>,
    first_paint_ms: f64,
    in_charge_ms: f64,
    slow_first_paint_ms: f64,
    slow_in_charge_ms: f64,
}

#[derive(Deserialize)]
struct File {
    path: String,
    bytes: u64,
}

/// Measures the first screen of `/reset`.
pub fn run(layout: &Layout, step: &mut Step, report: &mut Report) -> Result<()> {
    let end2end = layout.root.join("end2end");
    browser::packages(&end2end, step)?;
    let chromium = browser::find(&end2end, step)?;
    let folder = layout.target.join("bench/page");
    let subject = Subject::start(&layout.binary(), &folder)?;
    step.doing("Chromium");
    let mut command = Command::new("node");
    command
        .arg("bench/page.mjs")
        .arg(format!("http://localhost:{}", subject.port))
        .arg(RUNS.to_string())
        .args(chromium)
        .current_dir(&end2end);
    let printed = tools::run_quietly(&mut command)?;
    let figures: Figures =
        serde_json::from_str(printed.trim()).context("the page's figures cannot be read")?;
    drop(subject);

    report.section(
        "The first screen",
        format!(
            "`/reset` in Chromium {}, cold cache, everything on the wire; medians of {} runs. Slow: 1.6 Mbit/s, 150 ms, a CPU \
             four times slower.",
            figures.chromium, figures.runs
        ),
    );
    let kilobytes = |bytes: u64| format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100);
    report.figure("Bytes", kilobytes(figures.bytes), "goal 100 kB, bar 130 kB");
    report.figure("Requests", figures.requests.to_string(), "bar 10");
    for file in &figures.files {
        report.figure(
            &format!("— `{}`", without_hash(&file.path)),
            kilobytes(file.bytes),
            "",
        );
    }
    let milliseconds = |value: f64| format!("{value:.0} ms");
    report.figure(
        "First contentful paint, slow",
        milliseconds(figures.slow_first_paint_ms),
        "bar 450 ms",
    );
    report.figure(
        "WebAssembly in charge, slow",
        milliseconds(figures.slow_in_charge_ms),
        "bar 1,200 ms",
    );
    report.figure("First contentful paint", milliseconds(figures.first_paint_ms), "");
    report.figure("WebAssembly in charge", milliseconds(figures.in_charge_ms), "");
    Ok(())
}

/// `/a/portal.0123456789abcdef.wasm` as `/a/portal.wasm`: the page must not change with every build.
fn without_hash(path: &str) -> String {
    let is_hash = |part: &&str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    path.split('.')
        .filter(|part| !is_hash(part))
        .collect::<Vec<_>>()
        .join(".")
}
