//! Hands mails to a mail server.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use async_trait::async_trait;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::Renderer;
use crate::config::{Config, Smtp, SmtpSecurity, is_loopback};
use crate::domain::clock::Clock;
use crate::domain::message::{DeliveryError, Mail, Mailer, RenderedMail};
use crate::domain::random::{self, Random};
use crate::l10n::Texts;

/// How long one step of the conversation may take.
const STEP_TIMEOUT: Duration = Duration::from_secs(10);
/// How long the whole conversation may take, against servers that drip.
const TOTAL_TIMEOUT: Duration = Duration::from_secs(30);
/// Replies about the account at the mail server: the operator can mend them while mails wait.
const AUTHENTICATION_REPLIES: [u16; 4] = [530, 534, 535, 538];

/// The mail server cannot be used as it is configured.
#[derive(Debug, thiserror::Error)]
pub enum SmtpMailerError {
    /// Codes would cross the network readable.
    #[error("smtp.security = \"plain\" is only for a mail server on this machine")]
    PlainToElsewhere,
    /// The sender or the address for answers is not a mail address.
    #[error("smtp.{0} is not a mail address")]
    NotAnAddress(&'static str),
    /// TLS cannot be set up.
    #[error("TLS to the mail server cannot be set up: {0}")]
    Tls(#[source] SmtpError),
}

/// Writes mails and hands them to the configured mail server.
pub struct SmtpMailer {
    renderer: Renderer,
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    reply_to: Option<Mailbox>,
    /// Host of the portal, the right side of message ids.
    host: String,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
}

impl SmtpMailer {
    /// Prepares; connects to nothing.
    ///
    /// # Errors
    /// [`SmtpMailerError`] if the section `smtp` cannot be used.
    pub fn new(
        config: &Config,
        texts: Arc<Texts>,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, SmtpMailerError> {
        let smtp = &config.smtp;
        let mailbox = |text: &str, key| {
            text.parse::<Mailbox>()
                .map_err(|_| SmtpMailerError::NotAnAddress(key))
        };
        let host = config.public_url.host_str().unwrap_or("localhost").to_owned();
        Ok(Self {
            renderer: Renderer::new(config, texts),
            transport: transport(smtp, &host)?,
            from: mailbox(&smtp.from, "from")?,
            reply_to: smtp
                .reply_to
                .as_deref()
                .map(|text| mailbox(text, "reply_to"))
                .transpose()?,
            host,
            clock,
            random,
        })
    }

    /// The message as it goes over the wire.
    fn message(&self, mail: RenderedMail) -> Result<Message, DeliveryError> {
        // Never with the address: it would end in a log.
        let broken = |what: &str| DeliveryError::Permanent(format!("the message cannot be written: {what}"));
        let to: Address = mail.to.as_str().parse().map_err(|_| broken("recipient"))?;
        let id = data_encoding::HEXLOWER.encode(&random::bytes::<16>(self.random.as_ref()));
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.subject)
            .date(SystemTime::from(self.clock.now()))
            .message_id(Some(format!("<{id}@{}>", self.host)))
            .header(AutoSubmitted);
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(reply_to.clone());
        }
        let body = MultiPart::alternative()
            .singlepart(
                SinglePart::builder()
                    .header(ContentType::TEXT_PLAIN)
                    .body(mail.text),
            )
            .singlepart(
                SinglePart::builder()
                    .header(ContentType::TEXT_HTML)
                    .body(mail.html),
            );
        builder.multipart(body).map_err(|_| broken("headers"))
    }
}

#[async_trait]
impl Mailer for SmtpMailer {
    fn render(&self, mail: &Mail) -> Result<RenderedMail, DeliveryError> {
        Ok(self.renderer.render(mail))
    }

    async fn send(&self, mail: RenderedMail) -> Result<(), DeliveryError> {
        let message = self.message(mail)?;
        match tokio::time::timeout(TOTAL_TIMEOUT, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(delivery_error(&error)),
            Err(_) => Err(DeliveryError::Temporary("it took too long".to_owned())),
        }
    }
}

fn transport(smtp: &Smtp, host: &str) -> Result<AsyncSmtpTransport<Tokio1Executor>, SmtpMailerError> {
    let tls = || TlsParameters::new_rustls(smtp.host.clone()).map_err(SmtpMailerError::Tls);
    let tls = match smtp.security {
        SmtpSecurity::Starttls => Tls::Required(tls()?),
        SmtpSecurity::Tls => Tls::Wrapper(tls()?),
        SmtpSecurity::Plain if is_loopback(&smtp.host) => Tls::None,
        SmtpSecurity::Plain => return Err(SmtpMailerError::PlainToElsewhere),
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(smtp.host.clone())
        .port(smtp.port)
        .tls(tls)
        .hello_name(ClientId::Domain(host.to_owned()))
        .timeout(Some(STEP_TIMEOUT));
    if let (Some(user), Some(password)) = (&smtp.user, &smtp.password) {
        builder = builder.credentials(Credentials::new(user.clone(), password.expose().to_owned()));
    }
    Ok(builder.build())
}

/// What the mail server said, without its words: they may repeat the recipient.
fn delivery_error(error: &SmtpError) -> DeliveryError {
    if let Some(code) = error.status() {
        let number = u16::from(code);
        let what = format!("reply {number}");
        return if error.is_permanent() && !AUTHENTICATION_REPLIES.contains(&number) {
            DeliveryError::Permanent(what)
        } else {
            DeliveryError::Temporary(what)
        };
    }
    if error.is_client() {
        return DeliveryError::Permanent("the server does not offer what the message needs".to_owned());
    }
    let what = if error.is_timeout() {
        "it did not answer in time"
    } else if error.is_tls() {
        "no trusted TLS connection"
    } else if error.is_response() {
        "it answered something that is not SMTP"
    } else {
        "it cannot be reached"
    };
    DeliveryError::Temporary(what.to_owned())
}

/// RFC 3834: no out-of-office note answers this.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::clock::SystemClock;
    use crate::domain::random::OsRandom;

    fn mailer(security: SmtpSecurity, host: &str) -> Result<SmtpMailer, SmtpMailerError> {
        let mut config = Config::parse(
            "public_url = \"https://reset.contoso.example\"\norganisation.name = \"Contoso\"\n\
             [smtp]\nhost = \"mail.contoso.example\"\nfrom = \"reset@contoso.example\"",
            &[],
        )
        .unwrap_or_else(|problems| panic!("{problems:?}"));
        config.smtp.security = security;
        host.clone_into(&mut config.smtp.host);
        SmtpMailer::new(
            &config,
            Arc::new(Texts::load()),
            Arc::new(SystemClock),
            Arc::new(OsRandom),
        )
    }

    #[test]
    fn codes_never_cross_a_network_readable() {
        assert!(matches!(
            mailer(SmtpSecurity::Plain, "mail.contoso.example"),
            Err(SmtpMailerError::PlainToElsewhere)
        ));
        assert!(mailer(SmtpSecurity::Plain, "::1").is_ok());
        assert!(mailer(SmtpSecurity::Starttls, "mail.contoso.example").is_ok());
        assert!(mailer(SmtpSecurity::Tls, "mail.contoso.example").is_ok());
    }
}
