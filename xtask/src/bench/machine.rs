//! What the machine is, and what it says about a process.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};

/// Ticks a second of `/proc/PID/stat`: fixed at 100 by Linux for user space.
const TICKS_PER_SECOND: f64 = 100.0;

/// The machine in one line.
pub fn describe() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let cpu = read("/proc/cpuinfo");
    let model = cpu
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map(|rest| rest.trim_start_matches([' ', '\t', ':']).to_owned());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let memory = read("/proc/meminfo")
        .lines()
        .find_map(|line| line.strip_prefix("MemTotal:"))
        .and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<u64>().ok())
        .map_or_else(String::new, |kib| format!(", {} GiB", kib / 1024 / 1024));
    let kernel = read("/proc/sys/kernel/osrelease");
    format!(
        "{}, {cores} cores{memory}, Linux {}.",
        model.unwrap_or_else(|| "unknown processor".to_owned()),
        kernel.trim()
    )
}

/// How many processes wanted a core during the last minute, as Linux says it.
pub fn load_average() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("unknown").to_owned()
}

/// Processor time that a process has used, its own and the kernel's for it.
pub fn cpu_time(pid: u32) -> Result<Duration> {
    let path = format!("/proc/{pid}/stat");
    let stat = fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))?;
    // The name in parentheses may hold spaces: the fields begin behind it.
    let fields: Vec<&str> = stat
        .rsplit_once(')')
        .map(|(_, rest)| rest.split_whitespace().collect())
        .unwrap_or_default();
    let tick =
        |index: usize| -> Result<f64> { Ok(fields.get(index).context("a short stat line")?.parse::<f64>()?) };
    Ok(Duration::from_secs_f64(
        (tick(11)? + tick(12)?) / TICKS_PER_SECOND,
    ))
}

/// Resident memory of a process in MiB.
pub fn resident_mib(pid: u32) -> Result<f64> {
    let path = format!("/proc/{pid}/status");
    let status = fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))?;
    let kib: f64 = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .context("no VmRSS")?
        .trim()
        .trim_end_matches(" kB")
        .parse()?;
    Ok(kib / 1024.0)
}
