//! What each text message says: the code first, then whose it is and how long it works, and at the
//! end the line that binds it to the portal's origin (WICG "Origin-bound one-time codes"). No name,
//! no user name, no link (S-18).

use std::sync::Arc;

use crate::config::Config;
use crate::domain::message::{RenderedText, Text, TextContent};
use crate::domain::policy::Ineligible;
use crate::domain::reset::Purpose;
use crate::domain::secret::SecretText;
use crate::l10n::{self, Args, Texts};

/// Writes text messages out.
pub struct TextWriter {
    texts: Arc<Texts>,
    organisation: String,
    locales: Vec<String>,
    default_locale: String,
    host: String,
}

impl TextWriter {
    /// Takes what a message says of the organisation from the configuration.
    pub fn new(config: &Config, texts: Arc<Texts>) -> Self {
        Self {
            texts,
            organisation: config.organisation.name.clone(),
            locales: config.organisation.locales.clone(),
            default_locale: config.organisation.default_locale.clone(),
            host: config.public_url.host_str().unwrap_or_default().to_owned(),
        }
    }

    /// The language that a message is written in.
    pub fn locale<'a>(&'a self, wanted: &str) -> &'a str {
        l10n::best_match(wanted, &self.locales).unwrap_or(&self.default_locale)
    }

    /// Writes a message out in its language, or the organisation's if it is not on offer.
    pub fn render(&self, text: &Text) -> RenderedText {
        let locale = self.locale(&text.locale);
        let body = match &text.content {
            TextContent::ResetCode {
                purpose,
                code,
                number,
                minutes,
            } => {
                let id = match purpose {
                    Purpose::Reset => "sms-code-reset",
                    Purpose::Unlock => "sms-code-unlock",
                };
                let says = self.say(
                    locale,
                    id,
                    &[("number", (*number).into()), ("minutes", (*minutes).into())],
                );
                let code = code.expose();
                format!("{code} {says}\n@{} #{code}", self.host)
            }
            TextContent::ResetRefused { reason } => self.say(locale, refusal(*reason), &[]),
        };
        RenderedText {
            to: text.to.clone(),
            locale: locale.to_owned(),
            body: SecretText::new(body),
        }
    }

    /// A message without isolation marks: telephones show them as boxes, and the last line must be
    /// plain.
    fn say(&self, locale: &str, id: &str, args: &Args<'_>) -> String {
        let mut all = vec![("organisation", self.organisation.as_str().into())];
        all.extend_from_slice(args);
        self.texts
            .get(locale, id, &all)
            .replace(['\u{2068}', '\u{2069}'], "")
    }
}

const fn refusal(reason: Ineligible) -> &'static str {
    match reason {
        Ineligible::AccountDisabled => "sms-refused-account-disabled",
        Ineligible::ProtectedAccount => "sms-refused-protected-account",
        Ineligible::NotInScope | Ineligible::NotEntitled => "sms-refused-not-in-scope",
        Ineligible::AdministratorsExcluded => "sms-refused-administrators-excluded",
        Ineligible::TooFewMethods => "sms-refused-too-few-methods",
        // Of an unknown account nobody has a number; it stands here for completeness.
        Ineligible::ResetDisabled
        | Ineligible::WritebackOff
        | Ineligible::NoPolicy
        | Ineligible::AccountUnknown => "sms-refused-reset-disabled",
    }
}

#[cfg(test)]
mod tests {
    use super::super::length::{Alphabet, Length};
    use super::*;
    use crate::domain::phone::PhoneNumber;

    const CONFIGURATION: &str = r#"
        public_url = "https://reset.contoso.example/"
        [organisation]
        name = "Contoso"
        [smtp]
        host = "mail.contoso.example"
        from = "reset@contoso.example"
    "#;

    fn render(locale: &str, content: TextContent) -> String {
        let config = Config::parse(CONFIGURATION, &[]).unwrap_or_else(|problems| panic!("{problems:?}"));
        let text = Text {
            to: PhoneNumber::parse("+12025550101", None).expect("a number"),
            locale: locale.to_owned(),
            content,
        };
        let rendered = TextWriter::new(&config, Arc::new(Texts::load())).render(&text);
        rendered.body.expose().to_owned()
    }

    fn code(purpose: Purpose) -> TextContent {
        TextContent::ResetCode {
            purpose,
            code: SecretText::new("049077"),
            number: 2,
            minutes: 5,
        }
    }

    /// The algorithm of the specification: the last line, `@host #code`.
    fn origin_bound(text: &str) -> Option<(&str, &str)> {
        let last = text.rsplit('\n').next()?;
        let (host, code) = last.strip_prefix('@')?.split_once(" #")?;
        (!host.contains(char::is_whitespace) && !code.contains(char::is_whitespace)).then_some((host, code))
    }

    #[test]
    fn s_18_every_language_says_the_code_first_and_binds_it_in_plain_ascii() {
        for locale in l10n::default_offer() {
            for purpose in [Purpose::Reset, Purpose::Unlock] {
                let text = render(locale.tag, code(purpose));
                assert!(text.starts_with("049077 "), "{text}");
                assert_eq!(
                    origin_bound(&text),
                    Some(("reset.contoso.example", "049077")),
                    "{text}"
                );
                assert!(text.lines().last().is_some_and(str::is_ascii), "{text}");
                assert!(!text.contains("sms-") && !text.contains("://"), "{text}");
                assert!(
                    !text.contains(['\u{2068}', '\u{2069}', '\u{200e}', '\u{200f}']),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn s_18_the_length_is_known_in_every_language() {
        let mut lines = Vec::new();
        for locale in l10n::default_offer() {
            for (name, purpose) in [("reset", Purpose::Reset), ("unlock", Purpose::Unlock)] {
                let text = render(locale.tag, code(purpose));
                let length = Length::of(&text);
                let alphabet = match length.alphabet {
                    Alphabet::Gsm7 => "GSM-7",
                    Alphabet::Ucs2 => "UCS-2",
                };
                assert_eq!(length.parts, 1, "{} {text}", locale.tag);
                lines.push(format!(
                    "{} {name}: {} {alphabet}\n{text}",
                    locale.tag, length.units
                ));
            }
        }
        insta::assert_snapshot!("lengths", lines.join("\n\n"));
    }

    #[test]
    fn every_refusal_has_its_words_and_fits_into_two_parts() {
        for locale in l10n::default_offer() {
            for reason in [
                Ineligible::AccountDisabled,
                Ineligible::ProtectedAccount,
                Ineligible::ResetDisabled,
                Ineligible::NotInScope,
                Ineligible::AdministratorsExcluded,
                Ineligible::TooFewMethods,
            ] {
                let text = render(locale.tag, TextContent::ResetRefused { reason });
                assert!(!text.contains("sms-"), "{text}");
                assert!(Length::of(&text).parts <= 2, "{text}");
            }
        }
    }
}
