//! A mail server that keeps what it gets: RFC 5321, without sending anything on.
//!
//! ```text
//! greeted ─EHLO─► ready ─MAIL─► sender ─RCPT─► recipients ─DATA─► (message) ─► ready
//!                   ▲             └──────RSET──────┘
//! ```

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader,
};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

use super::mailbox::Mailbox;

/// Largest message, in bytes.
const MAX_MESSAGE: usize = 1_048_576;
/// Longest command line, in bytes (RFC 5321 section 4.5.3.1.4, with room for extensions).
const MAX_LINE: usize = 2_048;
/// Recipients of one message (RFC 5321 section 4.5.3.1.8 asks for 100).
const MAX_RECIPIENTS: usize = 100;
/// Conversations at the same time.
const MAX_CONNECTIONS: usize = 64;
/// How long a client may be silent.
const IDLE: Duration = Duration::from_mins(1);

/// A running sink; it stops when this is dropped.
pub struct Sink {
    address: SocketAddr,
    task: JoinHandle<()>,
}

impl Sink {
    /// Listens on a free port of this machine.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(mailbox: Arc<Mailbox>) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let task = tokio::spawn(accept(listener, mailbox));
        Ok(Self { address, task })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, mailbox: Arc<Mailbox>) {
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            return;
        };
        match listener.accept().await {
            Ok((stream, _)) => {
                let mailbox = Arc::clone(&mailbox);
                tokio::spawn(async move {
                    let (reader, writer) = stream.into_split();
                    // A client that goes away in the middle has not sent anything.
                    let _ = converse(reader, writer, &mailbox).await;
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "the demonstration's mail server could not accept a connection");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

async fn converse(
    reader: impl AsyncRead + Unpin,
    mut writer: impl AsyncWrite + Unpin,
    mailbox: &Mailbox,
) -> std::io::Result<()> {
    let mut reader = BufReader::new(reader);
    let mut session = Session::default();
    reply(&mut writer, "220 postern.localhost ESMTP demonstration").await?;
    while let Some(line) = read_line(&mut reader).await? {
        let Line::Whole(line) = line else {
            reply(&mut writer, "500 line too long").await?;
            continue;
        };
        match session.command(&line) {
            Action::Reply(text) => reply(&mut writer, text).await?,
            Action::Quit => return reply(&mut writer, "221 goodbye").await,
            Action::Data => {
                reply(&mut writer, "354 end with a line that is a single dot").await?;
                let Some(message) = read_message(&mut reader).await? else {
                    reply(&mut writer, "552 message too large").await?;
                    session.reset();
                    continue;
                };
                let taken = mailbox.receive(std::mem::take(&mut session.recipients), &message);
                session.reset();
                reply(
                    &mut writer,
                    if taken {
                        "250 kept"
                    } else {
                        "554 this is not a message"
                    },
                )
                .await?;
            }
        }
    }
    Ok(())
}

/// What to do after a command.
#[derive(Debug, PartialEq, Eq)]
enum Action {
    Reply(&'static str),
    Data,
    Quit,
}

/// Where a conversation stands.
#[derive(Default)]
struct Session {
    greeted: bool,
    has_sender: bool,
    recipients: Vec<String>,
}

impl Session {
    fn reset(&mut self) {
        self.has_sender = false;
        self.recipients.clear();
    }

    fn command(&mut self, line: &str) -> Action {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" => {
                self.greeted = true;
                self.reset();
                Action::Reply(
                    "250-postern.localhost\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 SIZE 1048576",
                )
            }
            "HELO" => {
                self.greeted = true;
                self.reset();
                Action::Reply("250 postern.localhost")
            }
            "MAIL" => self.mail(rest),
            "RCPT" => self.recipient(rest),
            "DATA" if self.recipients.is_empty() => Action::Reply("503 no recipient yet"),
            "DATA" => Action::Data,
            "RSET" => {
                self.reset();
                Action::Reply("250 forgotten")
            }
            "NOOP" => Action::Reply("250 nothing done"),
            "VRFY" => Action::Reply("252 send and see"),
            "QUIT" => Action::Quit,
            _ => Action::Reply("500 unknown command"),
        }
    }

    fn mail(&mut self, rest: &str) -> Action {
        if !self.greeted {
            return Action::Reply("503 say EHLO first");
        }
        if self.has_sender {
            return Action::Reply("503 there is a sender already");
        }
        let Some((_, parameters)) = path(rest, "FROM:") else {
            return Action::Reply("501 MAIL FROM:<address>");
        };
        let size = parameters
            .split(' ')
            .find_map(|one| one.to_ascii_uppercase().strip_prefix("SIZE=")?.parse().ok());
        if size.is_some_and(|size: usize| size > MAX_MESSAGE) {
            return Action::Reply("552 message too large");
        }
        self.has_sender = true;
        Action::Reply("250 sender noted")
    }

    fn recipient(&mut self, rest: &str) -> Action {
        if !self.has_sender {
            return Action::Reply("503 no sender yet");
        }
        if self.recipients.len() == MAX_RECIPIENTS {
            return Action::Reply("452 too many recipients");
        }
        match path(rest, "TO:") {
            Some((address, _)) if address.contains('@') => {
                self.recipients.push(address.to_owned());
                Action::Reply("250 recipient noted")
            }
            _ => Action::Reply("501 RCPT TO:<address>"),
        }
    }
}

/// The address between angle brackets after a keyword, and the parameters after it.
fn path<'a>(rest: &'a str, keyword: &str) -> Option<(&'a str, &'a str)> {
    let start = rest
        .get(..keyword.len())
        .filter(|start| start.eq_ignore_ascii_case(keyword))?;
    let rest = rest[start.len()..].trim_start().strip_prefix('<')?;
    rest.split_once('>')
        .map(|(address, parameters)| (address, parameters.trim()))
}

enum Line {
    Whole(String),
    TooLong,
}

/// A command line without its end; `None` when the client is gone or silent for too long.
async fn read_line(reader: &mut (impl AsyncBufRead + Unpin)) -> std::io::Result<Option<Line>> {
    let mut line = Vec::new();
    let ended = read_until_newline(reader, &mut line, MAX_LINE).await?;
    if line.is_empty() {
        return Ok(None);
    }
    if !ended {
        // The rest of the line is no command of its own.
        loop {
            line.clear();
            let ended = read_until_newline(reader, &mut line, MAX_LINE).await?;
            if ended {
                return Ok(Some(Line::TooLong));
            }
            if line.is_empty() {
                return Ok(None);
            }
        }
    }
    let text = String::from_utf8_lossy(&line);
    Ok(Some(Line::Whole(text.trim_end_matches(['\r', '\n']).to_owned())))
}

/// The message up to the single dot, dots unstuffed; `None` if it is too large.
async fn read_message(reader: &mut (impl AsyncBufRead + Unpin)) -> std::io::Result<Option<Vec<u8>>> {
    let mut message = Vec::new();
    let mut too_large = false;
    let mut at_line_start = true;
    loop {
        let mut line = Vec::new();
        let ended = read_until_newline(reader, &mut line, MAX_LINE).await?;
        if line.is_empty() {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if at_line_start && (line == b".\r\n" || line == b".\n") {
            return Ok((!too_large).then_some(message));
        }
        let unstuffed = if at_line_start {
            line.strip_prefix(b".").unwrap_or(&line)
        } else {
            &line
        };
        at_line_start = ended;
        too_large |= message.len() + unstuffed.len() > MAX_MESSAGE;
        if !too_large {
            message.extend_from_slice(unstuffed);
        }
    }
}

/// Reads up to a newline or the limit; whether the newline came.
async fn read_until_newline(
    reader: &mut (impl AsyncBufRead + Unpin),
    line: &mut Vec<u8>,
    limit: usize,
) -> std::io::Result<bool> {
    let mut limited = reader.take(limit as u64);
    match tokio::time::timeout(IDLE, limited.read_until(b'\n', line)).await {
        Ok(result) => result?,
        Err(_) => return Err(std::io::ErrorKind::TimedOut.into()),
    };
    Ok(line.ends_with(b"\n"))
}

async fn reply(writer: &mut (impl AsyncWrite + Unpin), text: &str) -> std::io::Result<()> {
    writer.write_all(format!("{text}\r\n").as_bytes()).await?;
    writer.flush().await
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpStream;

    use super::*;
    use crate::domain::clock::SystemClock;

    /// Says everything at once, as a pipelining client may, and gives back the replies' codes.
    async fn say(mailbox: &Arc<Mailbox>, words: &[u8]) -> Vec<String> {
        let sink = Sink::start(Arc::clone(mailbox)).await.expect("a port");
        let mut stream = TcpStream::connect(sink.address()).await.expect("connects");
        stream.write_all(words).await.expect("writes");
        stream.shutdown().await.expect("ends");
        let mut replies = String::new();
        stream.read_to_string(&mut replies).await.expect("reads");
        replies
            .lines()
            .filter(|line| !line.starts_with("250-"))
            .map(|line| line[..3].to_owned())
            .collect()
    }

    fn mailbox() -> Arc<Mailbox> {
        Arc::new(Mailbox::new(Arc::new(SystemClock)))
    }

    #[tokio::test]
    async fn a_conversation_leaves_a_message() {
        let mailbox = mailbox();
        let replies = say(
            &mailbox,
            b"EHLO client\r\nMAIL FROM:<a@b.example> SIZE=100\r\nRCPT TO:<ada@home.example>\r\nrcpt to:<bo@home.example>\r\n\
              DATA\r\nFrom: A <a@b.example>\r\nSubject: =?utf-8?q?Caf=C3=A9?=\r\n\r\nhello\r\n..stuffed\r\n123456\r\n\
              http://localhost/reset/link#t\r\n.\r\nNOOP\r\nQUIT\r\n",
        )
        .await;
        assert_eq!(
            replies,
            ["220", "250", "250", "250", "250", "354", "250", "250", "221"]
        );
        let message = mailbox.list().remove(0);
        assert_eq!(message.to, ["ada@home.example", "bo@home.example"]);
        assert_eq!(
            (message.subject.as_str(), message.from.as_str()),
            ("Café", "a@b.example")
        );
        assert!(
            message.text.starts_with("hello\n.stuffed\n123456\n"),
            "{:?}",
            message.text
        );
        assert_eq!(message.code.as_deref(), Some("123456"));
        assert_eq!(message.link.as_deref(), Some("http://localhost/reset/link#t"));
    }

    #[tokio::test]
    async fn commands_out_of_order_are_refused() {
        let mailbox = mailbox();
        let replies = say(
            &mailbox,
            b"MAIL FROM:<a@b.example>\r\nRCPT TO:<a@b.example>\r\nDATA\r\nHELO x\r\nMAIL FROM:<>\r\nMAIL FROM:<>\r\n\
              RCPT TO:nobody\r\nRSET\r\nDATA\r\nSTARTTLS\r\n\r\nQUIT\r\n",
        )
        .await;
        let expected = [
            "220", "503", "503", "503", "250", "250", "503", "501", "250", "503", "500", "500", "221",
        ];
        assert_eq!(replies, expected);
        assert!(mailbox.list().is_empty());
    }

    #[tokio::test]
    async fn what_is_too_large_is_refused_and_the_conversation_goes_on() {
        let mailbox = mailbox();
        let mut words =
            b"HELO x\r\nMAIL FROM:<> SIZE=2000000\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.example>\r\nDATA\r\n"
                .to_vec();
        words.extend(b"x".repeat(900).iter().chain(b"\r\n").cycle().take(902 * 1_200));
        words.extend(b".\r\n");
        words.extend(b"N".repeat(5_000));
        words.extend(b"\r\nNOOP\r\nQUIT\r\n");
        assert_eq!(
            say(&mailbox, &words).await,
            [
                "220", "250", "552", "250", "250", "354", "552", "500", "250", "221"
            ]
        );
        assert!(mailbox.list().is_empty());
    }

    #[tokio::test]
    async fn a_message_that_breaks_off_is_not_kept() {
        let mailbox = mailbox();
        say(
            &mailbox,
            b"HELO x\r\nMAIL FROM:<>\r\nRCPT TO:<a@b.example>\r\nDATA\r\nSubject: x\r\n\r\nhalf",
        )
        .await;
        assert!(mailbox.list().is_empty());
    }
}
