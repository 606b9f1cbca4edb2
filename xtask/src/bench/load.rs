//! Load on a process: so many requests over so many connections, and what they cost.

use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};

use super::client::Connection;
use super::machine::cpu_time;
use super::subject::{now, pause};

/// Rounds of a measurement; what is compared takes turns, and the medians stand.
pub const ROUNDS: usize = 3;

/// What a load came to.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    requests: f64,
    elapsed: Duration,
    cpu: Duration,
}

impl Load {
    /// Requests a second.
    pub fn rate(&self) -> f64 {
        self.requests / self.elapsed.as_secs_f64()
    }

    /// Milliseconds of the server's processor time for each.
    pub fn cpu(&self) -> f64 {
        self.cpu.as_secs_f64() * 1_000.0 / self.requests
    }
}

/// The medians of rounds.
#[derive(Clone, Copy, Debug)]
pub struct Median {
    /// Requests a second.
    pub rate: f64,
    /// Milliseconds of the server's processor time for each.
    pub cpu: f64,
}

impl Median {
    /// The medians of these.
    pub fn of(loads: &[Load]) -> Self {
        Self {
            rate: median(loads.iter().map(Load::rate)),
            cpu: median(loads.iter().map(Load::cpu)),
        }
    }

    /// As the report says it.
    pub fn to_text(self) -> String {
        format!("{:.0} a second, {:.3} ms CPU", self.rate, self.cpu)
    }
}

/// The value in the middle.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// How long work that is done behind the answers may take until it counts no more.
const AFTERWORK: Duration = Duration::from_millis(200);

/// Runs so many requests over so many connections.
pub fn measure(
    pid: u32,
    port: u16,
    connections: usize,
    requests: usize,
    request: impl Fn(&mut Connection, usize) -> Result<()> + Sync,
) -> Result<Load> {
    let each = requests / connections;
    let before = cpu_time(pid)?;
    let began = now();
    let outcomes: Vec<Result<()>> = thread::scope(|scope| {
        let request = &request;
        let threads: Vec<_> = (0..connections)
            .map(|thread| {
                scope.spawn(move || -> Result<()> {
                    let mut connection = Connection::open(port)?;
                    (0..each).try_for_each(|index| request(&mut connection, thread * each + index))
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| bail!("a load thread panicked")))
            .collect()
    });
    let elapsed = now().duration_since(began);
    pause(AFTERWORK);
    let cpu = cpu_time(pid)?.saturating_sub(before);
    outcomes.into_iter().collect::<Result<()>>()?;
    let requests = f64::from(u32::try_from(each * connections)?);
    Ok(Load {
        requests,
        elapsed,
        cpu,
    })
}
