//! A mailer and a texter that keep what they were given, and can be told to fail.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use async_trait::async_trait;
use postern_server::domain::message::{
    DeliveryError, Mail, MailContent, Mailer, RenderedMail, RenderedText, Text, TextContent, Texter,
};
use postern_server::domain::secret::SecretText;

/// A mail that left.
#[derive(Clone)]
pub struct CapturedMail {
    pub to: String,
    pub locale: String,
    pub content: MailContent,
}

/// Keeps every mail.
#[derive(Default)]
pub struct CapturingMailer {
    rendered: Mutex<Vec<(String, CapturedMail)>>,
    sent: Mutex<Vec<CapturedMail>>,
    down: AtomicBool,
    renders: AtomicUsize,
}

impl CapturingMailer {
    pub fn set_down(&self, down: bool) {
        self.down.store(down, Ordering::SeqCst);
    }

    pub fn sent(&self) -> Vec<CapturedMail> {
        self.sent.lock().unwrap().clone()
    }

    /// The newest code that was written out, whether or not it left.
    pub fn newest_written_code(&self) -> Option<String> {
        self.rendered
            .lock()
            .unwrap()
            .iter()
            .rev()
            .find_map(|(_, mail)| match &mail.content {
                MailContent::ResetCode { code, .. } => Some(code.expose().to_owned()),
                _ => None,
            })
    }

    /// How often a mail was written out, decoys included.
    pub fn renders(&self) -> usize {
        self.renders.load(Ordering::SeqCst)
    }
}

#[async_trait]
impl Mailer for CapturingMailer {
    fn render(&self, mail: &Mail) -> Result<RenderedMail, DeliveryError> {
        let number = self.renders.fetch_add(1, Ordering::SeqCst);
        let key = format!("render {number}");
        let captured = CapturedMail {
            to: mail.to.as_str().to_owned(),
            locale: mail.locale.clone(),
            content: mail.content.clone(),
        };
        self.rendered.lock().unwrap().push((key.clone(), captured));
        Ok(RenderedMail {
            to: mail.to.clone(),
            subject: key,
            text: String::new(),
            html: String::new(),
        })
    }

    async fn send(&self, mail: RenderedMail) -> Result<(), DeliveryError> {
        if self.down.load(Ordering::SeqCst) {
            return Err(DeliveryError::Temporary("down".to_owned()));
        }
        let rendered = self.rendered.lock().unwrap();
        let (_, captured) = rendered.iter().find(|(key, _)| *key == mail.subject).unwrap();
        self.sent.lock().unwrap().push(captured.clone());
        Ok(())
    }
}

/// A text message that left.
#[derive(Clone)]
pub struct CapturedText {
    pub to: String,
    pub locale: String,
    pub content: TextContent,
}

/// Keeps every text message.
#[derive(Default)]
pub struct CapturingTexter {
    rendered: Mutex<Vec<CapturedText>>,
    sent: Mutex<Vec<CapturedText>>,
    down: AtomicBool,
}

impl CapturingTexter {
    pub fn set_down(&self, down: bool) {
        self.down.store(down, Ordering::SeqCst);
    }

    pub fn sent(&self) -> Vec<CapturedText> {
        self.sent.lock().unwrap().clone()
    }

    /// How often a text was written out, decoys included.
    pub fn renders(&self) -> usize {
        self.rendered.lock().unwrap().len()
    }
}

#[async_trait]
impl Texter for CapturingTexter {
    fn render(&self, text: &Text) -> RenderedText {
        let mut rendered = self.rendered.lock().unwrap();
        rendered.push(CapturedText {
            to: text.to.as_str().to_owned(),
            locale: text.locale.clone(),
            content: text.content.clone(),
        });
        RenderedText {
            to: text.to.clone(),
            locale: text.locale.clone(),
            body: SecretText::new((rendered.len() - 1).to_string()),
        }
    }

    async fn send(&self, text: RenderedText) -> Result<(), DeliveryError> {
        if self.down.load(Ordering::SeqCst) {
            return Err(DeliveryError::Temporary("down".to_owned()));
        }
        let at: usize = text.body.expose().parse().unwrap();
        let captured = self.rendered.lock().unwrap()[at].clone();
        self.sent.lock().unwrap().push(captured);
        Ok(())
    }
}
