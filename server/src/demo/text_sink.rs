//! A gateway of text messages that keeps what it gets, and checks how it was sent.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::mailbox::Mailbox;

/// Largest request, in bytes.
const MAX_BODY: usize = 8_192;
/// What the portal has to show.
pub(super) const SECRET: &str = "demonstration";

/// A running gateway; it stops when this is dropped.
pub struct TextSink {
    address: SocketAddr,
    task: JoinHandle<()>,
}

/// A message, as the demonstration's configuration writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    to: String,
    text: String,
}

impl TextSink {
    /// Listens on a free port of this machine.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(mailbox: Arc<Mailbox>) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let router = Router::new()
            .route("/messages", post(take))
            .layer(DefaultBodyLimit::max(MAX_BODY))
            .with_state(mailbox);
        let task = tokio::spawn(async move {
            // It ends only with the task.
            drop(axum::serve(listener, router).await);
        });
        Ok(Self { address, task })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for TextSink {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn take(
    State(mailbox): State<Arc<Mailbox>>,
    headers: HeaderMap,
    Json(message): Json<Message>,
) -> StatusCode {
    let authorization = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    if authorization != Some(&format!("Bearer {SECRET}")) {
        return StatusCode::UNAUTHORIZED;
    }
    let is_number = message.to.strip_prefix('+').is_some_and(|digits| {
        (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    if !is_number || message.text.trim().is_empty() {
        return StatusCode::UNPROCESSABLE_ENTITY;
    }
    mailbox.receive_text(message.to, message.text);
    StatusCode::ACCEPTED
}
