//! Resets under load: starts, codes that are answered, passwords that are written; with few and
//! with many people and sessions beside them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::client::Connection;
use super::load::{Load, Median, ROUNDS, measure, median};
use super::probe::{Counts, Probe, Tools};
use super::report::Report;
use super::subject::Subject;
use crate::build::layout::Layout;
use crate::steps::Step;

/// Each answer waits for its deadline, so it takes many connections.
const CONNECTIONS: usize = 256;
/// Starts in a round.
const STARTS: usize = 256 * 24;
/// Answered codes in a round; each session takes four wrong ones and then its own.
const SESSIONS: usize = 256 * 4;
const TRIES: usize = 5;
/// Passwords in a round, and connections for them: fewer than may wait for the hasher.
const PASSWORDS: usize = 288;
const WRITERS: usize = 32;

const FEW_PEOPLE: usize = 4_500;
const MANY_PEOPLE: u32 = 1_000_000;
const MANY_SESSIONS: u32 = 100_000;

/// A portal with the name of what it holds.
struct Portal {
    name: &'static str,
    subject: Subject,
    starts: Vec<Load>,
    codes: Vec<Load>,
}

/// Measures resets.
pub fn run(
    layout: &Layout,
    tools: &Tools,
    folder: &Path,
    step: &mut Step,
    report: &mut Report,
) -> Result<f64> {
    let binary = layout.binary();
    let out = folder.join("requests");
    step.doing("making people and sessions");
    let few = folder.join("few");
    // A first start makes the keys and the tables.
    drop(Subject::start(&binary, &few)?);
    let counts = Counts {
        people: FEW_PEOPLE,
        starts: STARTS * ROUNDS,
        codes: SESSIONS * ROUNDS,
        passwords: PASSWORDS * ROUNDS,
    };
    tools.prepare(&few.join("data"), &out, counts)?;
    let sessions = folder.join("sessions");
    copy(&few.join("data"), &sessions.join("data"))?;
    tools.crowd(&sessions.join("data"), 0, MANY_SESSIONS)?;
    let people = folder.join("people");
    copy(&few.join("data"), &people.join("data"))?;
    tools.crowd(&people.join("data"), MANY_PEOPLE, 0)?;

    let requests = Requests::read(&out)?;
    let probe = tools.probe(&folder.join("probe.db"))?;
    let mut portals = Vec::new();
    for (name, folder) in [("few", &few), ("sessions", &sessions), ("people", &people)] {
        portals.push(Portal {
            name,
            subject: Subject::start(&binary, folder)?,
            starts: Vec::new(),
            codes: Vec::new(),
        });
    }
    let mut probes = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        step.doing("starts");
        probes.0.push(requests.probe(&probe, "/start", STARTS)?);
        for portal in &mut portals {
            portal.starts.push(requests.start(&portal.subject, round)?);
        }
        step.doing("codes");
        probes
            .1
            .push(requests.probe(&probe, "/attempt", SESSIONS * TRIES)?);
        for portal in &mut portals {
            portal.codes.push(requests.answer_codes(&portal.subject, round)?);
        }
    }
    for (what, probe, of) in [
        (
            "Reset start: proof of work checked, session and event committed",
            Median::of(&probes.0),
            (|portal| &portal.starts) as fn(&Portal) -> &Vec<Load>,
        ),
        (
            "A code answered: counted, compared, noted, committed (four wrong, then the right one)",
            Median::of(&probes.1),
            |portal| &portal.codes,
        ),
    ] {
        write(report, what, probe, &portals, of);
    }
    portals.truncate(1);
    let portal = portals.pop().context("no portal")?;
    passwords(tools, &portal.subject, &requests, step, report)?;
    super::machine::resident_mib(portal.subject.pid())
}

fn write(report: &mut Report, what: &str, probe: Median, portals: &[Portal], of: fn(&Portal) -> &Vec<Load>) {
    let mut own = None;
    for portal in portals {
        let median = Median::of(of(portal));
        let Some(few) = own else {
            own = Some(median);
            let ratio = 100.0 * median.rate / probe.rate;
            report.figure(
                what,
                median.to_text(),
                format!(
                    "bar 0.2 ms CPU; {ratio:.0} % of bare axum with the same grouped commits ({}), bar 50 %",
                    probe.to_text()
                ),
            );
            continue;
        };
        let more = 100.0 * (median.cpu / few.cpu - 1.0);
        let (beside, bar) = match portal.name {
            "sessions" => ("100,000 live sessions beside it", 10),
            _ => ("1,000,000 people instead of 4,500", 20),
        };
        report.figure(
            &format!("— with {beside}"),
            median.to_text(),
            format!("{more:+.0} % CPU, bar {bar} %"),
        );
    }
}

/// Password writes against argon2id alone, in turns.
fn passwords(
    tools: &Tools,
    subject: &Subject,
    requests: &Requests,
    step: &mut Step,
    report: &mut Report,
) -> Result<()> {
    let (mut writes, mut alone) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        step.doing("argon2id alone");
        alone.push(tools.argon2(PASSWORDS)?);
        step.doing("passwords");
        writes.push(requests.set_passwords(subject, round)?);
    }
    let (writes, alone) = (Median::of(&writes), median(alone.into_iter()));
    report.figure(
        "A password set: judged, hashed, written, read back, the flow ended, mails queued and sent",
        writes.to_text(),
        format!(
            "{:.0} % of argon2id alone ({alone:.0} a second on all cores), bar 90 %",
            100.0 * writes.rate / alone
        ),
    );
    Ok(())
}

/// What the load sends.
struct Requests {
    starts: Vec<String>,
    codes: Vec<(String, String)>,
    passwords: Vec<String>,
}

impl Requests {
    fn read(folder: &Path) -> Result<Self> {
        let lines = |name: &str| -> Result<Vec<String>> {
            let path = folder.join(name);
            let text =
                fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok(text.lines().map(str::to_owned).collect())
        };
        let codes = lines("codes")?.into_iter().filter_map(|line| {
            line.split_once(' ')
                .map(|(token, code)| (token.to_owned(), code.to_owned()))
        });
        Ok(Self {
            starts: lines("starts")?,
            codes: codes.collect(),
            passwords: lines("passwords")?,
        })
    }

    fn probe(&self, probe: &Probe, path: &str, count: usize) -> Result<Load> {
        measure(
            probe.pid(),
            probe.port,
            CONNECTIONS,
            count,
            |connection, index| {
                let body = self.starts[index % self.starts.len()].as_bytes();
                connection.post(path, None, body)?.expect(202)
            },
        )
    }

    fn start(&self, subject: &Subject, round: usize) -> Result<Load> {
        let bodies = &self.starts[round * STARTS..];
        measure(
            subject.pid(),
            subject.port,
            CONNECTIONS,
            STARTS,
            |connection, index| {
                connection
                    .post("/api/v1/reset-sessions", None, bodies[index].as_bytes())?
                    .expect(202)
            },
        )
    }

    /// Four wrong codes, then the right one.
    fn answer_codes(&self, subject: &Subject, round: usize) -> Result<Load> {
        let sessions = &self.codes[round * SESSIONS..];
        measure(
            subject.pid(),
            subject.port,
            CONNECTIONS,
            SESSIONS * TRIES,
            |connection, index| {
                let (token, code) = &sessions[index / TRIES];
                let is_right = index % TRIES == TRIES - 1;
                let (code, status) = if is_right {
                    (code.clone(), 200)
                } else {
                    (other(code), 422)
                };
                attempt(connection, token, &code)?.expect(status)
            },
        )
    }

    fn set_passwords(&self, subject: &Subject, round: usize) -> Result<Load> {
        let tokens = &self.passwords[round * PASSWORDS..];
        measure(
            subject.pid(),
            subject.port,
            WRITERS,
            PASSWORDS,
            |connection, index| {
                let body = br#"{"new_password": "seventeen green bicycles"}"#;
                connection
                    .post(
                        "/api/v1/reset-sessions/current/password",
                        Some(&tokens[index]),
                        body,
                    )?
                    .expect(200)
            },
        )
    }
}

fn attempt(connection: &mut Connection, token: &str, code: &str) -> Result<super::client::Answer> {
    let body = format!("{{\"method\": \"email\", \"code\": \"{code}\"}}");
    connection.post(
        "/api/v1/reset-sessions/current/attempts",
        Some(token),
        body.as_bytes(),
    )
}

/// A code that is wrong: its last digit is another.
fn other(code: &str) -> String {
    let mut digits: Vec<char> = code.chars().collect();
    if let Some(last) = digits.last_mut() {
        *last = if *last == '0' { '1' } else { '0' };
    }
    digits.into_iter().collect()
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        // Permissions come along: the key file must stay its owner's.
        fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}
