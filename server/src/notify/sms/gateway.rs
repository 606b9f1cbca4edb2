//! Hands text messages to an HTTP gateway.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use async_trait::async_trait;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, StatusCode, redirect};
use serde_json::{Map, Value};
use url::{Url, form_urlencoded};

use super::TextWriter;
use crate::config::{Config, Sms, SmsFormat};
use crate::domain::message::{DeliveryError, RenderedText, Text, Texter};
use crate::domain::secret::SecretText;
use crate::l10n::Texts;

/// How long a connection may take to stand.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

/// The gateway cannot be used as it is configured.
#[derive(Debug, thiserror::Error)]
pub enum SmsGatewayError {
    /// A header cannot be sent.
    #[error("sms.headers: {0:?} holds what cannot stand in a header")]
    Header(String),
}

/// Writes text messages and posts them to the configured gateway.
pub struct SmsGateway {
    writer: TextWriter,
    /// Made for the first message: it reads every certificate of the system.
    client: OnceLock<Client>,
    url: Url,
    headers: HeaderMap,
    settings: Sms,
}

impl SmsGateway {
    /// Prepares; connects to nothing. `None` where no gateway is configured.
    ///
    /// # Errors
    /// [`SmsGatewayError`] if the section `sms` cannot be used.
    pub fn new(config: &Config, texts: Arc<Texts>) -> Result<Option<Self>, SmsGatewayError> {
        let settings = config.sms.clone();
        let Some(url) = settings.url.clone() else {
            return Ok(None);
        };
        Ok(Some(Self {
            writer: TextWriter::new(config, texts),
            headers: headers(&settings)?,
            client: OnceLock::new(),
            url,
            settings,
        }))
    }

    fn client(&self) -> Result<&Client, DeliveryError> {
        if let Some(client) = self.client.get() {
            return Ok(client);
        }
        // Two libraries share this process's TLS; the one provider that is built in is ring.
        drop(rustls::crypto::ring::default_provider().install_default());
        let client = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(Duration::from_secs(u64::from(self.settings.timeout_seconds)))
            // A code must not follow wherever a gateway points (S-65).
            .redirect(redirect::Policy::none())
            .no_proxy()
            .build()
            .map_err(|error| DeliveryError::Temporary(format!("TLS cannot be set up: {error}")))?;
        Ok(self.client.get_or_init(|| client))
    }

    /// The request's body: values are put into strings, then written as JSON or as a form, so that
    /// no value can change the shape of either.
    fn body(&self, text: &RenderedText) -> (&'static str, String) {
        let fill = |template: &str| {
            fill(
                template,
                &[
                    ("{to}", text.to.as_str()),
                    ("{to_digits}", text.to.as_str().trim_start_matches('+')),
                    ("{from}", &self.settings.from),
                    ("{text}", text.body.expose()),
                    ("{locale}", &text.locale),
                ],
            )
        };
        match self.settings.format {
            SmsFormat::Json => {
                let mut root = Map::new();
                for (path, template) in &self.settings.fields {
                    put(&mut root, path, fill(template));
                }
                ("application/json", Value::Object(root).to_string())
            }
            SmsFormat::Form => {
                let mut form = form_urlencoded::Serializer::new(String::new());
                for (name, template) in &self.settings.fields {
                    form.append_pair(name, &fill(template));
                }
                ("application/x-www-form-urlencoded", form.finish())
            }
        }
    }
}

#[async_trait]
impl Texter for SmsGateway {
    fn render(&self, text: &Text) -> RenderedText {
        self.writer.render(text)
    }

    async fn send(&self, text: RenderedText) -> Result<(), DeliveryError> {
        let (content_type, body) = self.body(&text);
        let mut request = self
            .client()?
            .post(self.url.clone())
            .headers(self.headers.clone())
            .header(CONTENT_TYPE, content_type)
            .body(body);
        if let Some(user) = &self.settings.user {
            request = request.basic_auth(user, self.settings.secret.as_ref().map(SecretText::expose));
        }
        // Without its address: a gateway's may hold a key.
        let response = request.send().await.map_err(|error| {
            DeliveryError::Temporary(format!("the gateway does not answer: {}", error.without_url()))
        })?;
        judge(response.status())
    }
}

/// What an answer means. Its body is not read: nothing in it is needed.
fn judge(status: StatusCode) -> Result<(), DeliveryError> {
    let said = format!("the gateway answers {}", status.as_u16());
    match status.as_u16() {
        200..=299 => Ok(()),
        // The operator can mend these while messages wait.
        401..=404 | 408 | 425 | 429 | 500.. => Err(DeliveryError::Temporary(said)),
        _ => Err(DeliveryError::Permanent(said)),
    }
}

fn headers(settings: &Sms) -> Result<HeaderMap, SmsGatewayError> {
    let secret = settings.secret.as_ref().map_or("", SecretText::expose);
    let mut headers = HeaderMap::new();
    for (name, template) in &settings.headers {
        let bad = || SmsGatewayError::Header(name.clone());
        let mut value = HeaderValue::from_str(&fill(template, &[("{secret}", secret)])).map_err(|_| bad())?;
        value.set_sensitive(true);
        headers.insert(HeaderName::from_bytes(name.as_bytes()).map_err(|_| bad())?, value);
    }
    Ok(headers)
}

/// Puts values into a template in one pass: what is put in is never looked at again.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        filled.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((name, value)) = values.iter().find(|(name, _)| rest.starts_with(name)) {
            filled.push_str(value);
            rest = &rest[name.len()..];
        } else {
            filled.push('{');
            rest = &rest[1..];
        }
    }
    filled.push_str(rest);
    filled
}

/// Sets a member by its path: a dot makes an object, `[]` at the end a list of one.
fn put(object: &mut Map<String, Value>, path: &str, value: String) {
    match path.split_once('.') {
        Some((first, rest)) => {
            let below = object
                .entry(first.to_owned())
                .or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(below) = below {
                put(below, rest, value);
            }
        }
        None => match path.strip_suffix("[]") {
            Some(name) => drop(object.insert(name.to_owned(), Value::Array(vec![Value::String(value)]))),
            None => drop(object.insert(path.to_owned(), Value::String(value))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::phone::PhoneNumber;

    fn gateway(section: &str) -> SmsGateway {
        let document = format!(
            "public_url = \"https://reset.contoso.example\"\n[organisation]\nname = \"Contoso\"\n\
             [smtp]\nhost = \"mail.contoso.example\"\nfrom = \"reset@contoso.example\"\n[sms]\n{section}"
        );
        let config = Config::parse(&document, &[]).unwrap_or_else(|problems| panic!("{problems:?}"));
        SmsGateway::new(&config, Arc::new(Texts::load()))
            .expect("usable")
            .expect("configured")
    }

    fn text(body: &str) -> RenderedText {
        RenderedText {
            to: PhoneNumber::parse("+12025550101", None).expect("a number"),
            locale: "en".to_owned(),
            body: SecretText::new(body),
        }
    }

    const NASTY: &str = "049077 \"},\"to\":\"+19\" & {from} {secret} </Say>%0A\u{0}#";

    #[test]
    fn s_64_no_text_changes_the_shape_of_a_json_message() {
        let gateway = gateway(
            "url = \"https://gateway.example/send\"\nfrom = \"Contoso\"\nsecret = \"hush\"\n\
             [sms.fields]\n\"recipients[]\" = \"{to_digits}\"\n\"message.text\" = \"{text}\"\n\"message.sender\" = \"{from}\"\n",
        );
        let (content_type, body) = gateway.body(&text(NASTY));
        let read: Value = serde_json::from_str(&body).expect("JSON");
        assert_eq!(content_type, "application/json");
        assert_eq!(
            read,
            serde_json::json!({"recipients": ["12025550101"], "message": {"text": NASTY, "sender": "Contoso"}})
        );
    }

    #[test]
    fn s_64_no_text_changes_the_shape_of_a_form() {
        let gateway =
            gateway("preset = \"twilio\"\naccount = \"AC01\"\nsecret = \"hush\"\nfrom = \"+12025550100\"\n");
        let (content_type, body) = gateway.body(&text(NASTY));
        let pairs: Vec<(String, String)> = form_urlencoded::parse(body.as_bytes()).into_owned().collect();
        assert_eq!(content_type, "application/x-www-form-urlencoded");
        assert_eq!(
            pairs,
            [("Body", NASTY), ("From", "+12025550100"), ("To", "+12025550101")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
        assert_eq!(
            gateway.url.as_str(),
            "https://api.twilio.com/2010-04-01/Accounts/AC01/Messages.json"
        );
    }

    #[test]
    fn what_an_operator_can_mend_is_tried_again_and_what_nobody_can_is_given_up() {
        for (status, again) in [
            (500, true),
            (503, true),
            (429, true),
            (401, true),
            (402, true),
            (302, false),
            (400, false),
        ] {
            let judged = judge(StatusCode::from_u16(status).expect("a status"));
            assert_eq!(
                matches!(judged, Err(DeliveryError::Temporary(_))),
                again,
                "{status}"
            );
            assert!(judged.is_err(), "{status}");
        }
        assert!(judge(StatusCode::ACCEPTED).is_ok());
    }
}
