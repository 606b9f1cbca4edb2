//! The server: start-up, pages, resets, memory.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use super::client::Connection;
use super::flows;
use super::load::{Load, Median, ROUNDS, measure};
use super::machine::{load_average, resident_mib};
use super::probe::Tools;
use super::report::Report;
use super::subject::{Subject, pause};
use crate::build::layout::Layout;
use crate::steps::Step;

/// Connections of the load on pages.
const CONNECTIONS: usize = 32;
/// Pages in a round.
const PAGES: usize = 40_000;
/// Pages over which memory must stay where it is.
const MANY_PAGES: usize = 1_000_000;
/// Restarts.
const RESTARTS: usize = 5;

/// Measures the server.
pub fn run(layout: &Layout, step: &mut Step, report: &mut Report) -> Result<()> {
    let tools = Tools::build(layout, step)?;
    let folder = layout.target.join("bench/server");
    // A measurement begins with nothing; the folder is the bench's own.
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    report.section(
        "The server",
        format!(
            "`postern demo` with the log of `postern serve` (level `info`, to nowhere), SQLite with `synchronous=FULL`, release \
             build, load from the same machine over loopback on kept connections: {CONNECTIONS} for pages, 256 for resets, 32 for \
             passwords. CPU time is the server's own (fields 14 and 15 of `/proc/PID/stat`), with the work behind the answers. What \
             is compared takes turns in {ROUNDS} rounds; medians. Proofs of work are solved beforehand. Probes are `server/bench`. \
             Load average before it began: {}.",
            load_average()
        ),
    );
    let subject = start_up(layout, &folder, step, report)?;
    let idle = resident_mib(subject.pid())?;
    report.figure(
        "Resident memory, idle",
        format!("{idle:.1} MiB"),
        "bar 25 MiB and the argon2 buffers",
    );
    pages(&tools, &folder, &subject, step, report)?;
    memory(&subject, step, report)?;
    drop(subject);
    let loaded = flows::run(layout, &tools, &folder, step, report)?;
    let buffers = 19 * std::thread::available_parallelism().map_or(1, usize::from);
    report.figure(
        "Resident memory after the resets and passwords",
        format!("{loaded:.1} MiB"),
        format!(
            "{buffers} MiB of it are the argon2 buffers of {} permits",
            buffers / 19
        ),
    );
    // Up to a million people: the folder is large.
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

fn start_up(layout: &Layout, folder: &Path, step: &mut Step, report: &mut Report) -> Result<Subject> {
    step.doing("start-up");
    let binary = layout.binary();
    let size = std::fs::metadata(&binary)?.len();
    report.figure(
        "Binary, everything embedded",
        format!("{:.1} MB", mega(size)),
        "bar 30 MB",
    );
    let mut subject = Subject::start(&binary, &folder.join("pages"))?;
    let first_answer = subject.first_answer;
    let mut restarts = Vec::new();
    for _ in 0..RESTARTS {
        subject = subject.restart(&binary)?;
        restarts.push(subject.first_answer);
    }
    restarts.sort();
    report.figure(
        "Restart to the first answer",
        milliseconds(restarts[RESTARTS / 2]),
        "bar 100 ms",
    );
    report.figure(
        "First start (makes keys, store and eleven accounts)",
        milliseconds(first_answer),
        "",
    );
    pause(Duration::from_secs(1));
    Ok(subject)
}

fn pages(
    tools: &Tools,
    folder: &Path,
    subject: &Subject,
    step: &mut Step,
    report: &mut Report,
) -> Result<()> {
    step.doing("pages");
    let probe = tools.probe(&folder.join("pages.db"))?;
    // Once unmeasured: the page is drawn at the first request and kept.
    Connection::open(subject.port)?.get("/reset")?.expect(200)?;
    let (mut bare, mut small, mut page) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        bare.push(load(probe.pid(), probe.port, "/", PAGES)?);
        small.push(load(subject.pid(), subject.port, "/healthz", PAGES)?);
        page.push(load(subject.pid(), subject.port, "/reset", PAGES)?);
    }
    let (bare, small, page) = (Median::of(&bare), Median::of(&small), Median::of(&page));
    let beside = format!("a bare axum answer: {}", bare.to_text());
    report.figure("`/healthz`", small.to_text(), beside);
    report.figure(
        "First page (`/reset`, brotli)",
        page.to_text(),
        format!(
            "bar 0.03 ms CPU; {:.0} % of the rate of the bare answer",
            100.0 * page.rate / bare.rate
        ),
    );
    Ok(())
}

fn memory(subject: &Subject, step: &mut Step, report: &mut Report) -> Result<()> {
    step.doing("a million requests");
    let before = resident_mib(subject.pid())?;
    load(subject.pid(), subject.port, "/reset", MANY_PAGES)?;
    let after = resident_mib(subject.pid())?;
    report.figure(
        "Resident memory over 1,000,000 pages",
        format!("{before:.1} MiB before, {after:.1} MiB after"),
        "bar: flat",
    );
    Ok(())
}

fn load(pid: u32, port: u16, path: &str, requests: usize) -> Result<Load> {
    measure(pid, port, CONNECTIONS, requests, |connection, _| {
        connection.get(path)?.expect(200)
    })
}

fn milliseconds(duration: Duration) -> String {
    format!("{} ms", duration.as_millis())
}

fn mega(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1_000).unwrap_or(u32::MAX)) / 1_000.0
}
