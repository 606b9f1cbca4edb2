//! What the operator's log shows.

use serde::Serialize;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

use super::reader::Section;

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogFormat {
    /// One JSON object a line, for collectors.
    Json,
    /// For people.
    Text,
}

/// The section `log`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Log {
    /// `error`, `warn`, `info`, `debug`, `trace`, or directives like `info,postern_server=debug`.
    pub level: String,
    /// How lines are written.
    pub format: LogFormat,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            level: "info".to_owned(),
            format: LogFormat::Text,
        }
    }
}

impl Log {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let default = Self::default();
        let formats = [("json", LogFormat::Json), ("text", LogFormat::Text)];
        let log = Self {
            level: section
                .parsed(
                    "level",
                    "error, warn, info, debug or trace, or directives",
                    |text| is_filter(text).then(|| text.to_owned()),
                )
                .unwrap_or(default.level),
            format: section.choice("format", &formats, default.format),
        };
        section.finish();
        log
    }
}

/// A level, or directives. A single word that is no level would be taken for a module's name.
fn is_filter(text: &str) -> bool {
    text.parse::<LevelFilter>().is_ok() || (text.contains('=') && EnvFilter::try_new(text).is_ok())
}
