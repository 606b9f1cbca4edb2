//! The server: start-up, memory, CPU time a request, requests a second.

use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use altcha::{Challenge, Payload, SolveChallengeOptions};
use anyhow::{Context, Result, bail, ensure};
use data_encoding::BASE64;

use super::client::Connection;
use super::machine::{cpu_time, resident_mib};
use super::report::Report;
use super::subject::{Subject, now, pause};
use crate::build::layout::Layout;
use crate::steps::Step;

/// Connections of the load on pages.
const CONNECTIONS: usize = 32;
/// Connections of the load on starts: each answer waits for its deadline, so it takes many.
const START_CONNECTIONS: usize = 256;
const PAGE_REQUESTS: usize = 100_000;
const STARTS: usize = 20_000;

/// Measures the server.
pub fn run(layout: &Layout, step: &mut Step, report: &mut Report) -> Result<()> {
    let binary = layout.binary();
    let folder = layout.target.join("bench/server");
    // A measurement begins with nothing; the folder is the bench's own.
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    step.doing("start-up");
    let first = Subject::start(&binary, &folder)?;
    let first_answer = first.first_answer;
    let subject = first.restart(&binary)?;
    pause(Duration::from_secs(1));
    let idle = resident_mib(subject.pid())?;
    let size = std::fs::metadata(&binary)?.len();

    report.section(
        "The server",
        "`postern demo`, SQLite with `synchronous=FULL`, release build, load from the same machine over loopback on kept \
         connections. CPU time is the server's own (fields 14 and 15 of `/proc/PID/stat`).",
    );
    report.figure(
        "Binary, everything embedded",
        format!("{:.1} MB", mega(size)),
        "bar 30 MB",
    );
    report.figure(
        "Restart to the first answer",
        milliseconds(subject.first_answer),
        "bar 100 ms",
    );
    report.figure(
        "First start (makes keys, store and eleven accounts)",
        milliseconds(first_answer),
        "",
    );
    report.figure(
        "Resident memory, idle",
        format!("{idle:.1} MiB"),
        "bar 25 MiB and the argon2 buffers",
    );

    step.doing("a small answer");
    let probe = load_pages(&subject, "/healthz")?;
    step.doing("the first page");
    let page = load_pages(&subject, "/reset")?;
    step.doing("minting challenges");
    let bodies = mint(&subject, STARTS)?;
    step.doing("reset starts");
    let start = load_starts(&subject, bodies)?;
    let loaded = resident_mib(subject.pid())?;

    report.figure(
        "`/healthz`, the least that our own router can do",
        probe.to_text(),
        "a bare axum answer: 85,000–91,000 a second, 0.009 ms CPU on two shared cores",
    );
    report.figure("First page (`/reset`, brotli)", page.to_text(), "bar 0.03 ms CPU");
    report.figure(
        "Reset start: proof of work checked, session and event committed",
        start.to_text(),
        "bar 0.2 ms CPU; the 25 ms deadline allows 10,240 a second on 256 connections",
    );
    report.figure("Resident memory after all of it", format!("{loaded:.1} MiB"), "");
    Ok(())
}

/// What a load came to.
struct Load {
    requests: usize,
    elapsed: Duration,
    cpu: Duration,
}

impl Load {
    fn to_text(&self) -> String {
        let requests = f64::from(u32::try_from(self.requests).unwrap_or(u32::MAX));
        let rate = requests / self.elapsed.as_secs_f64();
        let cpu = self.cpu.as_secs_f64() * 1_000.0 / requests;
        format!("{rate:.0} a second, {cpu:.3} ms CPU")
    }
}

fn load_pages(subject: &Subject, path: &str) -> Result<Load> {
    // Once unmeasured: the page is drawn at the first request and kept.
    Connection::open(subject.port)?.get(path)?;
    measure(subject, CONNECTIONS, PAGE_REQUESTS, |connection, _| {
        let answer = connection.get(path)?;
        ensure!(answer.status == 200, "{path} answered {}", answer.status);
        Ok(())
    })
}

fn load_starts(subject: &Subject, bodies: Vec<Vec<u8>>) -> Result<Load> {
    let count = bodies.len();
    let bodies = Mutex::new(bodies);
    measure(subject, START_CONNECTIONS, count, |connection, _| {
        let body = bodies
            .lock()
            .ok()
            .and_then(|mut bodies| bodies.pop())
            .context("no body left")?;
        let answer = connection.post("/api/v1/reset-sessions", &body)?;
        ensure!(answer.status == 202, "a start answered {}", answer.status);
        Ok(())
    })
}

/// Runs so many requests over so many connections, and says what they cost.
fn measure(
    subject: &Subject,
    connections: usize,
    requests: usize,
    request: impl Fn(&mut Connection, usize) -> Result<()> + Sync,
) -> Result<Load> {
    let before = cpu_time(subject.pid())?;
    let began = now();
    let each = requests / connections;
    let outcomes: Vec<Result<()>> = thread::scope(|scope| {
        let request = &request;
        let threads: Vec<_> = (0..connections)
            .map(|_| {
                scope.spawn(move || -> Result<()> {
                    let mut connection = Connection::open(subject.port)?;
                    (0..each).try_for_each(|index| request(&mut connection, index))
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| bail!("a load thread panicked")))
            .collect()
    });
    let elapsed = now().duration_since(began);
    let cpu = cpu_time(subject.pid())?.saturating_sub(before);
    outcomes.into_iter().collect::<Result<()>>()?;
    Ok(Load {
        requests: each * connections,
        elapsed,
        cpu,
    })
}

/// Solved challenges in bodies that are ready to be sent.
fn mint(subject: &Subject, count: usize) -> Result<Vec<Vec<u8>>> {
    let mut connection = Connection::open(subject.port)?;
    (0..count)
        .map(|index| {
            let answer = connection.get("/api/v1/proof-of-work-challenges/reset")?;
            let challenge: Challenge = serde_json::from_slice(&answer.body)?;
            let solution = altcha::solve_challenge(SolveChallengeOptions::new(&challenge))
                .map_err(|error| anyhow::anyhow!("{error}"))?
                .context("no solution")?;
            let payload = BASE64.encode(&serde_json::to_vec(&Payload { challenge, solution })?);
            let body = serde_json::json!({
                "identifier": format!("person-{index}@demo.example"), "proof_of_work": payload, "locale": "en",
            });
            Ok(body.to_string().into_bytes())
        })
        .collect()
}

fn milliseconds(duration: Duration) -> String {
    format!("{} ms", duration.as_millis())
}

fn mega(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1_000).unwrap_or(u32::MAX)) / 1_000.0
}
