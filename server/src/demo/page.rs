//! The demonstration's page: server-rendered, without script, in the markup of the portal.

use std::fmt::Write as _;

use super::accounts::{ACCOUNTS, PASSWORD};
use super::api::current_codes;
use super::mailbox::{Channel, Message};
use super::router::{DemoState, Notice, Verdict};
use crate::domain::clock::Clock;
use crate::l10n;
use crate::markup::escape;

const MARK: &str = "<svg class=\"mark\" width=\"30\" height=\"34\" viewBox=\"0 0 30 34\" aria-hidden=\"true\" focusable=\"false\">\
    <path fill=\"var(--color-brand)\" d=\"M1 33V15a14 14 0 0 1 28 0v18h-7V16a7 7 0 0 0-14 0v17z\"/>\
    <path fill=\"var(--color-stone)\" d=\"M8 33V16c0-4 3-8 9-9v27z\"/>\
    <circle cx=\"14\" cy=\"22\" r=\"1.5\" fill=\"var(--color-brand)\"/></svg>";

/// Writes the page in a language.
pub(super) fn write(demo: &DemoState, locale: &str, notice: Option<Notice>) -> String {
    Page {
        demo,
        locale,
        html: String::with_capacity(16_000),
    }
    .write(notice)
}

struct Page<'a> {
    demo: &'a DemoState,
    locale: &'a str,
    html: String,
}

impl Page<'_> {
    /// A message as HTML.
    fn say(&self, id: &str) -> String {
        escape(&self.demo.texts.get(self.locale, id, &[]))
    }

    fn label(&self, id: &str) -> String {
        escape(&self.demo.texts.attribute(self.locale, id, "label", &[]))
    }

    fn put(&mut self, html: &str) {
        self.html.push_str(html);
    }

    fn write(mut self, notice: Option<Notice>) -> String {
        self.head();
        self.messages();
        self.codes();
        self.clock(notice == Some(Notice::UnusableMinutes));
        self.try_password(notice);
        self.accounts();
        self.put("</main>\n</div>\n</body>\n</html>\n");
        self.html
    }

    fn head(&mut self) {
        let organisation = escape(&self.demo.organisation);
        let title = self.say("demo-title");
        let lead = self.say("demo-lead");
        let (skip, portal, reload) = (
            self.say("demo-messages-title"),
            self.say("demo-to-portal"),
            self.say("demo-reload"),
        );
        let sheet = self
            .demo
            .assets
            .demo_css_path
            .as_deref()
            .map_or_else(String::new, |path| {
                format!("<link rel=\"stylesheet\" href=\"{}\">\n", escape(path))
            });
        let critical = &self.demo.assets.critical_css;
        let locale = self.locale;
        let direction = l10n::find_supported(locale).map_or("ltr", |known| known.direction.as_str());
        let _ = write!(
            self.html,
            "<!doctype html>\n<html lang=\"{locale}\" dir=\"{direction}\" data-started>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title} – {organisation}</title>\n\
             <link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\n\
             <style>{critical}</style>\n{sheet}</head>\n<body>\n<div id=\"portal\">\n\
             <a class=\"skip-link\" href=\"#main\">{skip}</a>\n\
             <header class=\"site-header\"><a class=\"brand\" href=\"/\">{MARK}<span class=\"brand-name\">{organisation}</span></a></header>\n\
             <main id=\"main\" class=\"page demo\">\n\
             <header class=\"demo-intro\"><h1 tabindex=\"-1\">{title}</h1><p class=\"lead\">{lead}</p>\
             <ul class=\"ways\"><li><a href=\"/\">{portal}</a></li><li><a href=\"/demo\">{reload}</a></li></ul></header>\n"
        );
    }

    /// Opens a section with its heading.
    fn section(&mut self, name: &str, title: &str) {
        let title = self.say(title);
        let _ = write!(
            self.html,
            "<section class=\"demo-{name}\" aria-labelledby=\"{name}\">\n<h2 id=\"{name}\">{title}</h2>\n"
        );
    }

    fn messages(&mut self) {
        self.section("messages", "demo-messages-title");
        let messages = self.demo.mailbox.list();
        if messages.is_empty() {
            let empty = self.say("demo-messages-empty");
            let account = escape(ACCOUNTS[0].user_name);
            let _ = writeln!(
                self.html,
                "<p class=\"demo-empty\">{empty} <bdi dir=\"ltr\">{account}</bdi></p>"
            );
        } else {
            self.put("<ol class=\"messages\" reversed>\n");
            for message in &messages {
                self.message(message);
            }
            let clear = self.say("demo-messages-clear");
            let _ = write!(
                self.html,
                "</ol>\n<form method=\"post\" action=\"/demo/messages/clear\">\
                 <button class=\"button\" type=\"submit\" data-variant=\"secondary\">{clear}</button></form>\n"
            );
        }
        self.put("</section>\n");
    }

    fn message(&mut self, message: &Message) {
        let to = self.say("demo-message-to");
        let recipients: Vec<String> = message
            .to
            .iter()
            .map(|one| format!("<bdi dir=\"ltr\">{}</bdi>", escape(one)))
            .collect();
        let subject = match message.channel {
            Channel::Email => escape(&message.subject),
            Channel::Sms => self.say("demo-message-text"),
        };
        let _ = write!(
            self.html,
            "<li class=\"message\">\n<h3 dir=\"auto\" id=\"message-{number}\">{subject}</h3>\n\
             <p class=\"message-meta\"><span>{to} {recipients}</span> <time datetime=\"{at}\">{time}</time></p>\n",
            number = message.number,
            recipients = recipients.join(", "),
            at = message.received_at,
            time = message.received_at.strftime("%H:%M:%S"),
        );
        if let Some(code) = &message.code {
            let _ = writeln!(
                self.html,
                "<p class=\"message-code\"><bdi dir=\"ltr\">{}</bdi></p>",
                escape(code)
            );
        }
        let _ = writeln!(
            self.html,
            "<pre dir=\"auto\" tabindex=\"0\" role=\"region\" aria-labelledby=\"message-{}\">{}</pre>",
            message.number,
            escape(&message.text)
        );
        let mut links = Vec::new();
        if let Some(link) = &message.link {
            links.push(format!(
                "<a href=\"{}\">{}</a>",
                escape(link),
                self.say("demo-message-link")
            ));
        }
        if message.html.is_some() {
            let address = format!("/demo/messages/{}/html", message.number);
            links.push(format!(
                "<a href=\"{address}\">{}</a>",
                self.say("demo-message-html")
            ));
        }
        let _ = writeln!(
            self.html,
            "<p class=\"message-links\">{}</p>\n</li>",
            links.join(" ")
        );
    }

    /// Opens a table with its headings.
    fn table(&mut self, headings: &[&str]) {
        self.put("<table>\n<thead><tr>");
        for id in headings {
            let heading = self.say(id);
            let _ = write!(self.html, "<th scope=\"col\">{heading}</th>");
        }
        self.put("</tr></thead>\n<tbody>\n");
    }

    fn codes(&mut self) {
        self.section("codes", "demo-codes-title");
        self.table(&["demo-codes-account", "demo-codes-code", "demo-codes-left"]);
        for current in current_codes(self.demo) {
            let _ = writeln!(
                self.html,
                "<tr><th scope=\"row\"><bdi dir=\"ltr\">{}</bdi></th><td><bdi dir=\"ltr\" class=\"otp\">{}</bdi></td><td>{}</td></tr>",
                escape(current.user_name),
                current.code,
                current.seconds_left
            );
        }
        self.put("</tbody>\n</table>\n</section>\n");
    }

    fn clock(&mut self, unusable: bool) {
        self.section("clock", "demo-clock-title");
        let now = self.demo.clock.now();
        let offset = self.demo.clock.offset_seconds();
        let standing = if offset == 0 {
            self.say("demo-clock-real")
        } else {
            let minutes = l10n::format_number(self.locale, offset / 60);
            escape(
                &self
                    .demo
                    .texts
                    .get(self.locale, "demo-clock-ahead", &[("minutes", minutes.into())]),
            )
        };
        let error = if unusable {
            format!(
                "<p class=\"field-error\" id=\"minutes-error\">{}</p>",
                self.say("demo-clock-unusable")
            )
        } else {
            String::new()
        };
        let invalid = if unusable {
            " aria-invalid=\"true\" aria-describedby=\"minutes-error\""
        } else {
            ""
        };
        let label_now = self.say("demo-clock-now");
        let written = escape(&l10n::format_instant(self.locale, now, None).utc);
        let label = self.label("demo-clock-minutes");
        let (go, back) = (self.say("demo-clock-move"), self.say("demo-clock-back"));
        let _ = write!(
            self.html,
            "<p>{label_now} <time datetime=\"{now}\">{written}</time><br>{standing}</p>\n\
             <form method=\"post\" action=\"/demo/clock\">\n\
             <div class=\"field\"><label for=\"minutes\">{label}</label>{error}\
             <input id=\"minutes\" name=\"minutes\" type=\"text\" inputmode=\"numeric\" dir=\"ltr\" autocomplete=\"off\" value=\"10\"{invalid}></div>\n\
             <button class=\"button\" type=\"submit\" data-variant=\"secondary\">{go}</button>\n</form>\n\
             <form method=\"post\" action=\"/demo/clock/reset\">\
             <button class=\"button\" type=\"submit\" data-variant=\"secondary\">{back}</button></form>\n</section>\n"
        );
    }

    fn try_password(&mut self, notice: Option<Notice>) {
        self.section("try", "demo-try-title");
        let lead = self.say("demo-try-lead");
        let (account, password) = (self.label("demo-try-account"), self.label("demo-try-password"));
        let submit = self.say("demo-try-submit");
        let first = escape(ACCOUNTS[0].user_name);
        let said = match notice {
            Some(Notice::Tried(Verdict::Right)) => Some(("success", "demo-try-right")),
            Some(Notice::Tried(Verdict::MustChange)) => Some(("info", "demo-try-must-change")),
            Some(Notice::Tried(Verdict::Wrong)) => Some(("warning", "demo-try-wrong")),
            Some(Notice::Tried(Verdict::Locked)) => Some(("warning", "demo-try-locked")),
            Some(Notice::Tried(Verdict::Disabled)) => Some(("warning", "demo-try-disabled")),
            Some(Notice::DirectoryUnavailable) => Some(("warning", "demo-try-unavailable")),
            Some(Notice::UnusableMinutes) | None => None,
        };
        if let Some((tone, id)) = said {
            let said = self.say(id);
            let _ = writeln!(
                self.html,
                "<div class=\"notice\" data-tone=\"{tone}\" role=\"status\"><p>{said}</p></div>"
            );
        }
        let _ = write!(
            self.html,
            "<p>{lead}</p>\n<form method=\"post\" action=\"/demo/try\">\n\
             <div class=\"field\"><label for=\"try-account\">{account}</label>\
             <input id=\"try-account\" name=\"account\" type=\"text\" dir=\"ltr\" autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\" value=\"{first}\"></div>\n\
             <div class=\"field\"><label for=\"try-password\">{password}</label>\
             <input id=\"try-password\" name=\"password\" type=\"password\" dir=\"ltr\" autocomplete=\"off\"></div>\n\
             <button class=\"button\" type=\"submit\" data-variant=\"secondary\">{submit}</button>\n</form>\n</section>\n"
        );
    }

    fn accounts(&mut self) {
        self.section("accounts", "demo-accounts-title");
        let password = self.say("demo-accounts-password");
        let _ = writeln!(
            self.html,
            "<p>{password} <bdi dir=\"ltr\">{}</bdi></p>",
            escape(PASSWORD)
        );
        self.table(&[
            "demo-accounts-account",
            "demo-accounts-recovery",
            "demo-accounts-shows",
        ]);
        let none = self.say("demo-accounts-none");
        for account in &ACCOUNTS {
            let recovery = account.recovery().map_or_else(
                || none.clone(),
                |address| format!("<bdi dir=\"ltr\">{}</bdi>", escape(address)),
            );
            let shows = self.say(account.shows);
            let _ = writeln!(
                self.html,
                "<tr><th scope=\"row\"><bdi dir=\"ltr\">{}</bdi></th><td>{recovery}</td><td>{shows}</td></tr>",
                escape(account.user_name)
            );
        }
        self.put("</tbody>\n</table>\n</section>\n");
    }
}
