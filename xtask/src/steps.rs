//! Progress on the terminal: one line per step, with what it does now and how long it took.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use indicatif::{HumanDuration, ProgressBar, ProgressStyle};

/// The steps of one command.
#[derive(Debug, Default)]
pub struct Steps;

/// The running step: takes notes about what happens now.
#[derive(Debug)]
pub struct Step {
    bar: ProgressBar,
    outcome: Option<String>,
}

impl Step {
    /// Shows what happens at the moment, beside the spinner.
    pub fn doing(&self, what: impl Into<String>) {
        let mut what = what.into();
        if let Some((end, _)) = what.char_indices().nth(70) {
            what.truncate(end);
        }
        self.bar.set_message(what);
    }

    /// Shows a line that stays.
    pub fn say(&self, line: &str) {
        self.bar.suspend(|| println!("    {line}"));
    }

    /// What is printed behind the step's name when it ends, such as `unchanged`.
    pub fn outcome(&mut self, outcome: impl Into<String>) {
        self.outcome = Some(outcome.into());
    }
}

impl Steps {
    /// Runs one step and prints its name, outcome and duration.
    pub fn run<T>(&self, name: &'static str, work: impl FnOnce(&mut Step) -> Result<T>) -> Result<T> {
        let started = now();
        let bar = ProgressBar::new_spinner().with_prefix(name);
        if let Ok(style) = ProgressStyle::with_template("  {spinner} {prefix:<10} {elapsed:>4}  {msg:.dim}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        let mut step = Step { bar, outcome: None };
        let result = work(&mut step);
        step.bar.finish_and_clear();
        let outcome = step.outcome.unwrap_or_default();
        let mark = if result.is_ok() { "✓" } else { "✗" };
        println!("  {mark} {name:<10} {:>7}  {outcome}", seconds(since(started)));
        result.with_context(|| format!("the step `{name}` failed"))
    }
}

/// A duration for people: `0.4 s`, `2 minutes`.
pub fn seconds(duration: Duration) -> String {
    if duration < Duration::from_secs(100) {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        HumanDuration(duration).to_string()
    }
}

/// When something begins; only to say how long it took.
#[expect(
    clippy::disallowed_methods,
    reason = "a build tool measures how long its steps take"
)]
pub fn now() -> Instant {
    Instant::now()
}

/// How long ago that was.
#[expect(
    clippy::disallowed_methods,
    reason = "a build tool measures how long its steps take"
)]
pub fn since(beginning: Instant) -> Duration {
    beginning.elapsed()
}
