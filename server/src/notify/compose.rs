//! What each mail says.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Document, HelpDeskPart, HelpDeskValue, Part, html, text};
use crate::config::{Config, HelpDesk};
use crate::domain::message::{Mail, MailContent, RenderedMail};
use crate::domain::policy::Ineligible;
use crate::domain::reset::Purpose;
use crate::l10n::{self, Locale, Texts};

/// The page that a mailed link opens; the token is in its fragment, which no server sees.
const LINK_PAGE: &str = "/reset/link";

/// Writes mails out.
pub struct Renderer {
    texts: Arc<Texts>,
    organisation: String,
    locales: Vec<String>,
    default_locale: String,
    help_desk: HelpDesk,
    public_origin: String,
}

impl Renderer {
    /// Takes what a mail says of the organisation from the configuration.
    pub fn new(config: &Config, texts: Arc<Texts>) -> Self {
        Self {
            texts,
            organisation: config.organisation.name.clone(),
            locales: config.organisation.locales.clone(),
            default_locale: config.organisation.default_locale.clone(),
            help_desk: config.help_desk.clone(),
            public_origin: config.public_origin(),
        }
    }

    /// Writes a mail out in its language, or the organisation's if it is not on offer.
    pub fn render(&self, mail: &Mail) -> RenderedMail {
        let document = Writer {
            renderer: self,
            locale: self.locale(&mail.locale),
            mail,
        }
        .document();
        RenderedMail {
            to: mail.to.clone(),
            text: text::write(&document),
            html: html::write(&document),
            subject: document.subject,
        }
    }

    fn locale(&self, wanted: &str) -> &'static Locale {
        let tag = l10n::best_match(wanted, &self.locales).unwrap_or(&self.default_locale);
        l10n::find_supported(tag).unwrap_or(&l10n::supported()[0])
    }
}

/// One mail in the writing.
struct Writer<'a> {
    renderer: &'a Renderer,
    locale: &'static Locale,
    mail: &'a Mail,
}

impl Writer<'_> {
    /// A message; every one may name the organisation.
    fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    fn say_with(&self, id: &str, args: &l10n::Args<'_>) -> String {
        let mut all = vec![("organisation", self.renderer.organisation.as_str().into())];
        all.extend_from_slice(args);
        self.renderer.texts.get(self.locale.tag, id, &all)
    }

    fn document(&self) -> Document {
        let (subject, parts) = match &self.mail.content {
            MailContent::ResetCode {
                purpose,
                code,
                link_token,
                number,
                minutes,
                requested_at,
            } => {
                let [subject, title, lead] = code_words(*purpose);
                (
                    self.say_with(subject, &[("number", (*number).into())]),
                    vec![
                        Part::Title(self.say(title)),
                        Part::Paragraph(self.say(lead)),
                        Part::Code {
                            label: self.say_with("email-code-number", &[("number", (*number).into())]),
                            code: code.clone(),
                        },
                        Part::Paragraph(self.say_with("email-code-valid", &[("minutes", (*minutes).into())])),
                        Part::Link {
                            lead: self.say("email-code-link-lead"),
                            label: self.say("email-code-link"),
                            address: format!(
                                "{}{LINK_PAGE}#{}",
                                self.renderer.public_origin,
                                link_token.expose()
                            ),
                        },
                        self.when(*requested_at),
                        Part::Emphasis(self.say("email-code-not-you")),
                    ],
                )
            }
            MailContent::ResetRefused { reason, requested_at } => (
                self.say("email-refused-subject"),
                vec![
                    Part::Title(self.say("email-refused-title")),
                    Part::Paragraph(self.say("email-refused-lead")),
                    Part::Emphasis(self.say(refusal(*reason))),
                    self.when(*requested_at),
                    Part::Paragraph(self.say("email-refused-not-you")),
                ],
            ),
            MailContent::PasswordWasReset { at } => (
                self.say("email-reset-subject"),
                vec![
                    Part::Title(self.say("email-reset-title")),
                    Part::Paragraph(self.say("email-reset-lead")),
                    self.when(*at),
                    Part::Paragraph(self.say("email-reset-you")),
                    Part::Emphasis(self.say("email-reset-not-you")),
                ],
            ),
            MailContent::AccountWasUnlocked { at } => (
                self.say("email-unlock-subject"),
                vec![
                    Part::Title(self.say("email-unlock-title")),
                    Part::Paragraph(self.say("email-unlock-lead")),
                    self.when(*at),
                    Part::Paragraph(self.say("email-unlock-you")),
                    Part::Emphasis(self.say("email-unlock-not-you")),
                ],
            ),
            MailContent::AdministratorReset { administrator, at } => (
                self.say("email-administrator-subject"),
                vec![
                    Part::Title(self.say("email-administrator-title")),
                    Part::Paragraph(self.say("email-administrator-lead")),
                    Part::Fact {
                        label: self.say("email-administrator-name"),
                        value: administrator.clone(),
                    },
                    self.when(*at),
                    Part::Emphasis(self.say("email-administrator-not-expected")),
                ],
            ),
        };
        Document {
            locale: self.locale,
            subject: without_isolates(&subject),
            organisation: self.renderer.organisation.clone(),
            parts,
            help_desk: self.help_desk(),
            sent_by: self.say("email-sent-by"),
        }
    }

    /// An instant where the reader is, if the browser said so, and in universal time.
    fn when(&self, at: Timestamp) -> Part {
        let written = l10n::format_instant(self.locale.tag, at, self.mail.time_zone.as_deref());
        let value = match written.local {
            Some(local) => self.say_with(
                "email-when-both",
                &[("local", local.into()), ("utc", written.utc.into())],
            ),
            None => written.utc,
        };
        Part::Fact {
            label: self.say("email-when"),
            value,
        }
    }

    fn help_desk(&self) -> HelpDeskPart {
        let entry = self.renderer.help_desk.for_locale(self.locale.tag);
        let rows: Vec<(String, HelpDeskValue)> = [
            ("email-help-desk-phone", entry.phone.map(HelpDeskValue::Phone)),
            ("email-help-desk-email", entry.email.map(HelpDeskValue::Email)),
            ("email-help-desk-link", entry.link.map(HelpDeskValue::Link)),
            ("email-help-desk-hours", entry.hours.map(HelpDeskValue::Words)),
        ]
        .into_iter()
        .filter_map(|(id, value)| Some((self.say(id), value?)))
        .collect();
        HelpDeskPart {
            heading: self.say("email-help-desk"),
            unknown: rows.is_empty().then(|| self.say("email-help-desk-unknown")),
            rows,
        }
    }
}

/// Subject, title and first sentence of a mail with a code.
const fn code_words(purpose: Purpose) -> [&'static str; 3] {
    match purpose {
        Purpose::Reset => ["email-code-subject", "email-code-title", "email-code-lead"],
        Purpose::Unlock => [
            "email-code-unlock-subject",
            "email-code-unlock-title",
            "email-code-unlock-lead",
        ],
    }
}

/// What happened and what to do, for each reason.
const fn refusal(reason: Ineligible) -> &'static str {
    match reason {
        Ineligible::AccountDisabled => "email-refused-account-disabled",
        Ineligible::ProtectedAccount => "email-refused-protected-account",
        // Nobody has an address then; it stands here for completeness.
        Ineligible::ResetDisabled
        | Ineligible::WritebackOff
        | Ineligible::NoPolicy
        | Ineligible::AccountUnknown => "email-refused-reset-disabled",
        Ineligible::NotInScope | Ineligible::NotEntitled => "email-refused-not-in-scope",
        Ineligible::AdministratorsExcluded => "email-refused-administrators-excluded",
        Ineligible::TooFewMethods => "email-refused-too-few-methods",
    }
}

/// A subject is a line of its own in every list of mails, and old mail programs show the marks.
fn without_isolates(subject: &str) -> String {
    subject.replace(['\u{2068}', '\u{2069}'], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::address::EmailAddress;
    use crate::domain::secret::SecretText;

    const CONFIGURATION: &str = r#"
        public_url = "https://reset.contoso.example/"
        [organisation]
        name = "Contoso & <Sons>"
        [help_desk]
        phone = "+1 202 555 0199"
        email = "help@contoso.example"
        link = "https://help.contoso.example/"
        hours = "Monday to Friday, 8:00 to 18:00"
        [smtp]
        host = "mail.contoso.example"
        from = "reset@contoso.example"
    "#;

    fn at() -> Timestamp {
        "2026-11-20T22:41:00Z".parse().expect("an instant")
    }

    fn code() -> MailContent {
        MailContent::ResetCode {
            purpose: Purpose::Reset,
            code: SecretText::new("049077"),
            link_token: SecretText::new("kJ8sX0ZbJ1m3tQwYl2c9uVfR4hN6oPqE7aDgI5xTzBs"),
            number: 2,
            minutes: 10,
            requested_at: at(),
        }
    }

    fn render(configuration: &str, locale: &str, content: MailContent) -> RenderedMail {
        let config = Config::parse(configuration, &[]).unwrap_or_else(|problems| panic!("{problems:?}"));
        let mail = Mail {
            to: EmailAddress::parse("ada@home.example").expect("an address"),
            locale: locale.to_owned(),
            time_zone: Some("Europe/Berlin".to_owned()),
            content,
        };
        Renderer::new(&config, Arc::new(Texts::load())).render(&mail)
    }

    /// Isolation marks, made visible.
    fn shown(text: &str) -> String {
        text.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩")
    }

    fn assert_snapshots(name: &str, content: MailContent) {
        let mail = render(CONFIGURATION, "en", content);
        insta::assert_snapshot!(
            format!("{name}_text"),
            shown(&format!("Subject: {}\n\n{}", mail.subject, mail.text))
        );
        insta::assert_snapshot!(format!("{name}_html"), shown(&mail.html));
    }

    #[test]
    fn the_mail_with_a_code() {
        assert_snapshots("code", code());
    }

    #[test]
    fn the_mail_after_a_reset() {
        assert_snapshots("reset", MailContent::PasswordWasReset { at: at() });
    }

    #[test]
    fn the_mail_to_administrators() {
        let administrator = "dai@demo.example".to_owned();
        assert_snapshots(
            "administrator",
            MailContent::AdministratorReset {
                administrator,
                at: at(),
            },
        );
    }

    #[test]
    fn the_mails_with_a_refusal() {
        let refused = |reason| MailContent::ResetRefused {
            reason,
            requested_at: at(),
        };
        assert_snapshots("refused", refused(Ineligible::TooFewMethods));
        let texts: Vec<String> = [
            Ineligible::AccountDisabled,
            Ineligible::ProtectedAccount,
            Ineligible::ResetDisabled,
            Ineligible::NotInScope,
            Ineligible::AdministratorsExcluded,
            Ineligible::TooFewMethods,
        ]
        .into_iter()
        .map(|reason| render(CONFIGURATION, "en", refused(reason)).text)
        .collect();
        for (index, text) in texts.iter().enumerate() {
            assert!(!text.contains("email-"), "{text}");
            assert!(texts.iter().skip(index + 1).all(|other| other != text), "{text}");
        }
    }

    #[test]
    fn code_and_link_stand_alone_and_without_marks() {
        let mail = render(CONFIGURATION, "en", code());
        assert!(!mail.subject.contains("049077"), "{}", mail.subject);
        assert!(mail.text.lines().any(|line| line == "049077"), "{}", mail.text);
        let link = "https://reset.contoso.example/reset/link#kJ8sX0ZbJ1m3tQwYl2c9uVfR4hN6oPqE7aDgI5xTzBs";
        assert!(mail.text.lines().any(|line| line == link), "{}", mail.text);
        assert!(
            mail.html.contains(&format!("href=\"{link}\"")) && mail.html.contains(">049077<"),
            "{}",
            mail.html
        );
        assert_eq!(mail.html.matches("049077").count(), 1);
        // Phones show the beginning of a mail on a locked screen.
        let before: String = mail.text.chars().take(150).collect();
        assert!(!before.contains("049077"), "{before}");
    }

    #[test]
    fn the_language_sets_the_direction_and_an_unknown_one_falls_back() {
        let arabic = render(CONFIGURATION, "ar-EG", code());
        assert!(
            arabic.html.contains("<html lang=\"ar\" dir=\"rtl\">"),
            "{}",
            arabic.html
        );
        assert!(
            arabic.html.contains("<td lang=\"ar\" dir=\"rtl\""),
            "{}",
            arabic.html
        );
        let unknown = render(CONFIGURATION, "tlh", code());
        assert!(
            unknown.html.contains("<html lang=\"en\" dir=\"ltr\">"),
            "{}",
            unknown.html
        );
    }

    #[test]
    fn a_portal_without_a_help_desk_says_so() {
        let bare = CONFIGURATION
            .split("[help_desk]")
            .next()
            .unwrap_or_default()
            .to_owned()
            + "[smtp]\nhost = \"mail.contoso.example\"\nfrom = \"reset@contoso.example\"";
        let mail = render(&bare, "en", code());
        assert!(
            mail.text.contains("Ask the people who look after the computers"),
            "{}",
            mail.text
        );
    }
}
