//! The plain text of a mail, complete on its own.

use super::{Document, HelpDeskValue, Part};
use crate::l10n::Direction;

/// Writes the text; lines are not folded, mail programs do that better.
pub(super) fn write(document: &Document) -> String {
    let mut blocks: Vec<String> = document.parts.iter().map(part).collect();
    blocks.push("--".to_owned());
    let help_desk = &document.help_desk;
    let mut lines = vec![help_desk.heading.clone()];
    lines.extend(help_desk.unknown.clone());
    for (label, value) in &help_desk.rows {
        lines.push(match value {
            // Without a letter in it, a number would be shown backwards in a line from right to left.
            HelpDeskValue::Phone(number) if document.locale.direction == Direction::Rtl => {
                format!("{label} \u{2066}{number}\u{2069}")
            }
            other => format!("{label} {}", other.as_str()),
        });
    }
    blocks.push(lines.join("\n"));
    blocks.push(document.sent_by.clone());
    blocks.join("\n\n") + "\n"
}

fn part(part: &Part) -> String {
    match part {
        Part::Title(text) | Part::Paragraph(text) | Part::Emphasis(text) => text.clone(),
        Part::Fact { label, value } => format!("{label}\n{value}"),
        Part::Code { label, code } => format!("{label}\n\n{}", code.expose()),
        Part::Link { lead, address, .. } => format!("{lead}\n\n{address}"),
    }
}
