//! What was "sent": the demonstration's mails and text messages, in memory.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use mail_parser::MessageParser;
use serde::{Serialize, Serializer};

use crate::domain::clock::Clock;

/// How many messages are kept; older ones are dropped.
const CAPACITY: usize = 500;

/// How a message came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Channel {
    /// By mail.
    Email,
    /// By text message.
    Sms,
}

/// A message that arrived.
#[derive(Debug, Clone, Serialize)]
pub struct Message {
    /// How it came.
    pub channel: Channel,
    /// Which one it is, from 1, never used again.
    pub number: u64,
    /// Recipients of the envelope, or the number in E.164.
    pub to: Vec<String>,
    /// Sender, as the header says it.
    pub from: String,
    /// Subject line; a text message has none.
    pub subject: String,
    /// When it arrived, by the portal's clock.
    #[serde(serialize_with = "instant")]
    pub received_at: Timestamp,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: Option<String>,
    /// A code that stands on a line of its own.
    pub code: Option<String>,
    /// A link that stands on a line of its own.
    pub link: Option<String>,
    /// Headers whose presence tests look for.
    pub headers: Vec<(String, String)>,
}

impl State {
    fn keep(&mut self, message: Message) {
        self.messages.push_front(message);
        self.messages.truncate(CAPACITY);
    }
}

/// The messages, newest first.
pub struct Mailbox {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    messages: VecDeque<Message>,
    last_number: u64,
}

impl Mailbox {
    /// An empty one.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            state: Mutex::default(),
        }
    }

    /// Everything, newest first.
    pub fn list(&self) -> Vec<Message> {
        self.state().messages.iter().cloned().collect()
    }

    /// One message.
    pub fn find(&self, number: u64) -> Option<Message> {
        self.state()
            .messages
            .iter()
            .find(|message| message.number == number)
            .cloned()
    }

    /// Throws everything away. Numbers go on.
    pub fn clear(&self) {
        self.state().messages.clear();
    }

    /// Takes a message in; `false` if it cannot be read.
    pub(super) fn receive(&self, to: Vec<String>, raw: &[u8]) -> bool {
        let Some(parsed) = MessageParser::default().parse(raw) else {
            return false;
        };
        let text = parsed.body_text(0).unwrap_or_default().replace("\r\n", "\n");
        let from = parsed.from().and_then(|from| from.first());
        let mut state = self.state();
        state.last_number += 1;
        let message = Message {
            channel: Channel::Email,
            number: state.last_number,
            to,
            from: from.and_then(|one| one.address()).unwrap_or_default().to_owned(),
            subject: parsed.subject().unwrap_or_default().to_owned(),
            received_at: self.clock.now(),
            code: text.lines().find(|line| is_code(line)).map(str::to_owned),
            link: text.lines().find(|line| is_link(line)).map(str::to_owned),
            html: parsed.body_html(0).map(std::borrow::Cow::into_owned),
            headers: parsed
                .headers_raw()
                .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
                .collect(),
            text,
        };
        state.keep(message);
        true
    }

    /// Takes a text message in.
    pub(super) fn receive_text(&self, to: String, text: String) {
        let mut state = self.state();
        state.last_number += 1;
        let code = text
            .lines()
            .last()
            .and_then(|line| line.strip_prefix('@')?.split_once(" #"))
            .map(|(_, code)| code.to_owned());
        let message = Message {
            channel: Channel::Sms,
            number: state.last_number,
            to: vec![to],
            from: String::new(),
            subject: String::new(),
            received_at: self.clock.now(),
            code,
            link: None,
            html: None,
            headers: Vec::new(),
            text,
        };
        state.keep(message);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// RFC 3339.
pub(super) fn instant<S: Serializer>(instant: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(instant)
}

fn is_code(line: &str) -> bool {
    (6..=10).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_link(line: &str) -> bool {
    (line.starts_with("http://") || line.starts_with("https://")) && line.contains('#')
}
