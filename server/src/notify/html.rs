//! The HTML of a mail: one table for the layout, every style inline, no image, nothing loaded.
//!
//! Mail programs drop style sheets and invert colours, so the colours are mid-tones that survive
//! either, and direction and language stand on the outer cell as well as on the document.

use std::fmt::Write as _;

use super::{Document, HelpDeskValue, Part};
use crate::l10n::Direction;
use crate::markup::escape;

const FONT: &str = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
const MONOSPACE: &str = "font-family:ui-monospace,'SF Mono',Menlo,Consolas,'Liberation Mono',monospace";
const TEXT: &str = "margin:0 0 16px;font-size:16px;line-height:24px;color:#1a2422";
const MUTED: &str = "font-size:14px;line-height:21px;color:#56625e";

/// Writes the document.
pub(super) fn write(document: &Document) -> String {
    let locale = document.locale;
    let (lang, dir) = (locale.tag, locale.direction.as_str());
    // Logical values are not understood by the mail programs that need an alignment most.
    let align = match locale.direction {
        Direction::Ltr => "left",
        Direction::Rtl => "right",
    };
    let mut html = String::with_capacity(6_000);
    let _ = write!(
        html,
        "<!doctype html>\n\
         <html lang=\"{lang}\" dir=\"{dir}\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"supported-color-schemes\" content=\"light dark\">\n\
         <title>{subject}</title>\n\
         </head>\n\
         <body style=\"margin:0;padding:0;background-color:#f3f1ea\">\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
         style=\"background-color:#f3f1ea\">\n\
         <tr><td lang=\"{lang}\" dir=\"{dir}\" align=\"center\" style=\"padding:24px 12px\">\n\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" \
         style=\"max-width:560px;background-color:#fdfcf8;border:1px solid #d5d3ca;border-radius:12px\">\n\
         <tr><td dir=\"{dir}\" align=\"{align}\" style=\"padding:28px 28px 12px;text-align:{align};{FONT}\">\n\
         <p style=\"margin:0 0 20px;font-size:15px;line-height:22px;font-weight:bold;color:#0c5a53\"><bdi>{organisation}</bdi></p>\n",
        subject = escape(&document.subject),
        organisation = escape(&document.organisation),
    );
    for part in &document.parts {
        write_part(&mut html, part);
    }
    let _ = write!(
        html,
        "</td></tr>\n\
         <tr><td dir=\"{dir}\" align=\"{align}\" style=\"padding:16px 28px 24px;border-top:1px solid #d5d3ca;text-align:{align};{FONT}\">\n"
    );
    write_help_desk(&mut html, document);
    let _ = write!(
        html,
        "<p style=\"margin:16px 0 0;{MUTED}\">{}</p>\n\
         </td></tr>\n</table>\n</td></tr>\n</table>\n</body>\n</html>\n",
        escape(&document.sent_by)
    );
    html
}

fn write_part(html: &mut String, part: &Part) {
    // Writing to a string cannot fail.
    let _ = match part {
        Part::Title(text) => writeln!(
            html,
            "<h1 style=\"margin:0 0 16px;font-size:24px;line-height:31px;font-weight:bold;color:#1a2422\">{}</h1>",
            escape(text)
        ),
        Part::Paragraph(text) => writeln!(html, "<p style=\"{TEXT}\">{}</p>", escape(text)),
        Part::Emphasis(text) => writeln!(
            html,
            "<p style=\"{TEXT};padding:12px 16px;background-color:#e3efec;border-radius:8px\">{}</p>",
            escape(text)
        ),
        Part::Fact { label, value } => writeln!(
            html,
            "<p style=\"{TEXT}\"><span style=\"color:#56625e\">{}</span><br><bdi>{}</bdi></p>",
            escape(label),
            escape(value)
        ),
        Part::Code { label, code } => writeln!(
            html,
            "<p style=\"margin:0 0 4px;{MUTED}\">{}</p>\n\
             <p dir=\"ltr\" style=\"margin:0 0 16px;padding:16px;background-color:#e3efec;border-radius:8px;text-align:center;\
             {MONOSPACE};font-size:30px;line-height:38px;font-weight:bold;letter-spacing:6px;color:#0c3d38;\
             -webkit-user-select:all;user-select:all\">{}</p>",
            escape(label),
            escape(code.expose())
        ),
        Part::Link { lead, label, address } => writeln!(
            html,
            "<p style=\"{TEXT}\">{}</p>\n\
             <table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 20px\"><tr>\
             <td style=\"background-color:#0c5a53;border-radius:8px\">\
             <a href=\"{}\" style=\"display:inline-block;padding:13px 24px;{FONT};font-size:16px;line-height:22px;\
             font-weight:bold;color:#fdfcf8;text-decoration:none\">{}</a></td></tr></table>",
            escape(lead),
            escape(address),
            escape(label)
        ),
    };
}

fn write_help_desk(html: &mut String, document: &Document) {
    let help_desk = &document.help_desk;
    let _ = writeln!(
        html,
        "<h2 style=\"margin:0 0 6px;font-size:15px;line-height:22px;font-weight:bold;color:#1a2422\">{}</h2>",
        escape(&help_desk.heading)
    );
    if let Some(unknown) = &help_desk.unknown {
        let _ = writeln!(html, "<p style=\"margin:0;{MUTED}\">{}</p>", escape(unknown));
    }
    for (label, value) in &help_desk.rows {
        let label = escape(label);
        let text = escape(value.as_str());
        let scheme = match value {
            HelpDeskValue::Phone(_) => "tel:",
            HelpDeskValue::Email(_) => "mailto:",
            HelpDeskValue::Link(_) => "",
            HelpDeskValue::Words(_) => {
                let _ = writeln!(
                    html,
                    "<p style=\"margin:0;{MUTED}\">{label} <bdi>{text}</bdi></p>"
                );
                continue;
            }
        };
        let target = match value {
            HelpDeskValue::Phone(number) => number
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect(),
            _ => text.clone(),
        };
        let _ = writeln!(
            html,
            "<p style=\"margin:0;{MUTED}\">{label} <a href=\"{scheme}{target}\" dir=\"ltr\" style=\"color:#0c5a53\">{text}</a></p>"
        );
    }
}
