//! The figures as a page: `docs/performance.md`.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};

use super::machine;

/// What was measured.
#[derive(Debug, Default)]
pub struct Report {
    sections: Vec<Section>,
}

#[derive(Debug)]
struct Section {
    title: String,
    conditions: String,
    figures: Vec<(String, String, String)>,
}

impl Report {
    /// Begins a section; the figures that follow belong to it.
    pub fn section(&mut self, title: &str, conditions: impl Into<String>) {
        self.sections.push(Section {
            title: title.to_owned(),
            conditions: conditions.into(),
            figures: Vec::new(),
        });
    }

    /// Adds a figure with what it stands beside: a limit of the machine, a bar, or nothing.
    pub fn figure(&mut self, what: &str, figure: impl Into<String>, beside: impl Into<String>) {
        if let Some(section) = self.sections.last_mut() {
            section
                .figures
                .push((what.to_owned(), figure.into(), beside.into()));
        }
    }

    /// The sections as Markdown.
    pub fn to_markdown(&self) -> String {
        let mut text = String::new();
        for section in &self.sections {
            // Writing to a String cannot fail.
            let _ = write!(
                text,
                "## {}\n\n{}\n\n| What | Figure | Beside it |\n|---|---|---|\n",
                section.title, section.conditions
            );
            for (what, figure, beside) in &section.figures {
                let _ = writeln!(text, "| {what} | {figure} | {beside} |");
            }
            text.push('\n');
        }
        text
    }

    /// Writes the page.
    pub fn write(&self, root: &Path) -> Result<()> {
        let page = format!(
            "# Performance\n\nWritten by `cargo xtask bench`; run it again on your own machine. Machines are shared and \
             noisy: bytes and CPU time a request are steadier than times and rates.\n\nMachine: {}\n\n{}",
            machine::describe(),
            self.to_markdown().trim_end()
        );
        let path = root.join("docs/performance.md");
        std::fs::write(&path, page + "\n").with_context(|| format!("cannot write {}", path.display()))
    }
}
