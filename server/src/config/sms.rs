//! The gateway of text messages.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use url::Url;

use super::messages::{MASK, is_loopback};
use super::reader::Section;
use crate::domain::secret::SecretText;

/// How the gateway reads a message.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SmsFormat {
    /// A JSON object.
    #[default]
    Json,
    /// A form, `application/x-www-form-urlencoded`.
    Form,
}

/// The section `sms`: one HTTP request for each message. Values and headers are templates with
/// `{to}`, `{to_digits}`, `{from}`, `{text}`, `{locale}` and, in headers, `{secret}`; what is put
/// in is data and cannot change the shape of the request (S-64).
#[derive(Clone, Default, Serialize)]
pub struct Sms {
    /// Where messages are posted to; without it there are no text messages.
    #[serde(serialize_with = "address")]
    pub url: Option<Url>,
    /// How the gateway reads a message.
    pub format: SmsFormat,
    /// Members of the message.
    #[serde(serialize_with = "templates")]
    pub fields: BTreeMap<String, String>,
    /// Headers of the request.
    #[serde(serialize_with = "templates")]
    pub headers: BTreeMap<String, String>,
    /// User name of HTTP Basic authentication.
    pub user: Option<String>,
    /// Password of HTTP Basic authentication, or whatever `{secret}` stands for.
    #[serde(serialize_with = "mask")]
    pub secret: Option<SecretText>,
    /// Sender: a number, or a name where the country allows it.
    pub from: String,
    /// Seconds that the gateway has for an answer; 1–30.
    pub timeout_seconds: u32,
}

/// Where Twilio takes messages, for an account.
fn twilio(account: &str) -> String {
    format!("https://api.twilio.com/2010-04-01/Accounts/{account}/Messages.json")
}

impl Sms {
    pub(super) fn read(mut section: Section<'_>) -> Self {
        let is_twilio = section.choice("preset", &[("none", false), ("twilio", true)], false);
        let account = section.optional_text("account");
        let url = section.parsed(
            "url",
            "an https address (or http to a gateway on this machine)",
            |text| Url::parse(text).ok().filter(is_protected),
        );
        let format = section.choice(
            "format",
            &[("json", SmsFormat::Json), ("form", SmsFormat::Form)],
            SmsFormat::default(),
        );
        let mut sms = Self {
            url,
            format,
            fields: section.section("fields").texts(),
            headers: section.section("headers").texts(),
            user: section.optional_text("user"),
            secret: section.secret("secret"),
            from: section.text("from", ""),
            timeout_seconds: section.number("timeout_seconds", 1..=30, 10),
        };
        if is_twilio {
            sms.as_twilio(&section, account.as_deref());
        } else if account.is_some() {
            section.problem("account", "has an effect only with preset = \"twilio\"");
        }
        sms.check(&section);
        section.finish();
        sms
    }

    /// What Twilio and those that speak like it expect.
    fn as_twilio(&mut self, section: &Section<'_>, account: Option<&str>) {
        let Some(account) =
            account.filter(|account| account.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        else {
            section.problem(
                "account",
                "is required with preset = \"twilio\": letters and digits",
            );
            return;
        };
        if self.secret.is_none() {
            section.problem(
                "secret",
                "is required with preset = \"twilio\": its auth token (or secret_file)",
            );
        }
        self.url = self.url.take().or_else(|| Url::parse(&twilio(account)).ok());
        self.format = SmsFormat::Form;
        self.user.get_or_insert_with(|| account.to_owned());
        for (field, value) in [("To", "{to}"), ("From", "{from}"), ("Body", "{text}")] {
            self.fields
                .entry(field.to_owned())
                .or_insert_with(|| value.to_owned());
        }
    }

    fn check(&self, section: &Section<'_>) {
        if self.url.is_none() {
            return;
        }
        let uses = |placeholder: &str| self.fields.values().any(|value| value.contains(placeholder));
        if !uses("{text}") {
            section.problem("fields", "must put {text} somewhere");
        }
        if !uses("{to}") && !uses("{to_digits}") {
            section.problem("fields", "must put {to} or {to_digits} somewhere");
        }
        if uses("{from}") && self.from.is_empty() {
            section.problem("from", "is required: the fields use {from}");
        }
        if uses("{secret}") {
            section.problem(
                "fields",
                "must not hold {secret}: it belongs into a header or beside user",
            );
        }
        for name in self.headers.keys() {
            if reqwest::header::HeaderName::from_bytes(name.as_bytes()).is_err() {
                section.problem("headers", format!("{name:?} is not the name of a header"));
            }
        }
    }
}

/// Codes cross no network readable.
fn is_protected(url: &Url) -> bool {
    match url.scheme() {
        "https" => url.has_host(),
        "http" => url.host_str().is_some_and(is_loopback),
        _ => false,
    }
}

#[expect(clippy::ref_option, reason = "the signature that serde calls")]
fn address<S: Serializer>(url: &Option<Url>, serializer: S) -> Result<S::Ok, S::Error> {
    match url {
        // Without user and query: some gateways have their key there.
        Some(url) => {
            serializer.serialize_some(&format!("{}{}", url.origin().ascii_serialization(), url.path()))
        }
        None => serializer.serialize_none(),
    }
}

/// Templates that hold nothing but placeholders, as they stand; a key may be typed into any other.
fn templates<S: Serializer>(templates: &BTreeMap<String, String>, serializer: S) -> Result<S::Ok, S::Error> {
    const OPEN: [&str; 7] = [
        "{to}",
        "{to_digits}",
        "{from}",
        "{text}",
        "{locale}",
        "{secret}",
        "Bearer {secret}",
    ];
    serializer.collect_map(templates.iter().map(|(name, template)| {
        let shown = if OPEN.contains(&template.as_str()) {
            template.as_str()
        } else {
            MASK
        };
        (name, shown)
    }))
}

#[expect(clippy::ref_option, reason = "the signature that serde calls")]
fn mask<S: Serializer>(secret: &Option<SecretText>, serializer: S) -> Result<S::Ok, S::Error> {
    match secret {
        Some(_) => serializer.serialize_some(MASK),
        None => serializer.serialize_none(),
    }
}
