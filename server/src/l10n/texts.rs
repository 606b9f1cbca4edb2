//! The messages of every language, ready to be looked up.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{FALLBACK, sources};

/// Values for the variables of a message. Dates and formatted numbers enter as texts; integers
/// choose plurals and print as they are.
pub type Args<'a> = [(&'a str, FluentValue<'a>)];

type Bundle = FluentBundle<FluentResource>;

/// The messages of every language; each is read when it is first needed.
pub struct Texts {
    bundles: BTreeMap<&'static str, OnceLock<Bundle>>,
}

impl Texts {
    /// Takes the files that are compiled in.
    pub fn load() -> Self {
        let bundles = sources::sources()
            .iter()
            .map(|(locale, _, _)| (*locale, OnceLock::new()))
            .collect();
        Self { bundles }
    }

    fn bundle(&self, locale: &str) -> Option<&Bundle> {
        let (tag, bundle) = self.bundles.get_key_value(locale)?;
        Some(bundle.get_or_init(|| read(tag)))
    }

    /// The message, in the language or else in English.
    pub fn get(&self, locale: &str, id: &str, args: &Args<'_>) -> String {
        self.find(locale, id, None, args)
    }

    /// An attribute of the message, in the language or else in English.
    pub fn attribute(&self, locale: &str, id: &str, attribute: &str, args: &Args<'_>) -> String {
        self.find(locale, id, Some(attribute), args)
    }

    fn find(&self, locale: &str, id: &str, attribute: Option<&str>, args: &Args<'_>) -> String {
        let arguments: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        [locale, FALLBACK]
            .into_iter()
            .filter_map(|tag| self.bundle(tag))
            .find_map(|bundle| format(bundle, id, attribute, &arguments))
            .unwrap_or_else(|| {
                tracing::error!(l10n.id = id, l10n.attribute = attribute, "a message is missing");
                id.to_owned()
            })
    }
}

/// Reads the files of a language. A file with a mistake gives what is right in it, and a line in
/// the log; the build's checks keep that from happening.
fn read(tag: &str) -> Bundle {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    for (locale, surface, text) in sources::sources().iter().filter(|(locale, _, _)| *locale == tag) {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, errors)| {
            tracing::error!(
                l10n.locale = locale,
                l10n.surface = surface,
                ?errors,
                "a message file has mistakes"
            );
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(
                l10n.locale = locale,
                l10n.surface = surface,
                ?errors,
                "messages are defined twice"
            );
        }
    }
    bundle
}

fn format(
    bundle: &FluentBundle<FluentResource>,
    id: &str,
    attribute: Option<&str>,
    arguments: &FluentArgs<'_>,
) -> Option<String> {
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    let mut errors = Vec::new();
    let text = bundle
        .format_pattern(pattern, Some(arguments), &mut errors)
        .into_owned();
    if !errors.is_empty() {
        tracing::error!(l10n.id = id, ?errors, "a message could not be written in full");
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_without_a_message_falls_back_to_english() {
        let texts = Texts::load();
        let english = texts.get("en", "email-sent-by", &[("organisation", "Contoso".into())]);
        assert!(english.contains("Contoso"), "{english}");
        assert_eq!(
            texts.get("xx", "email-sent-by", &[("organisation", "Contoso".into())]),
            english
        );
    }

    #[test]
    fn a_message_that_does_not_exist_shows_its_id_and_never_panics() {
        assert_eq!(Texts::load().get("en", "no-such-message", &[]), "no-such-message");
        assert_eq!(
            Texts::load().attribute("en", "email-sent-by", "nothing", &[]),
            "email-sent-by"
        );
    }
}
