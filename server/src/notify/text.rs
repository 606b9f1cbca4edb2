//! The plain text of a mail, complete on its own.

use super::{Document, Part};

/// Writes the text; lines are not folded, mail programs do that better.
pub(super) fn write(document: &Document) -> String {
    let mut blocks: Vec<String> = document.parts.iter().map(part).collect();
    blocks.push("--".to_owned());
    let help_desk = &document.help_desk;
    let mut lines = vec![help_desk.heading.clone()];
    lines.extend(help_desk.unknown.clone());
    lines.extend(
        help_desk
            .rows
            .iter()
            .map(|(label, value)| format!("{label} {}", value.as_str())),
    );
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
