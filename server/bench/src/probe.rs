//! The least that could answer: axum with one route, and axum with the commits that a start and an
//! answered code need, grouped as the portal groups them: the same rows, a savepoint for each
//! operation, the same settings of SQLite, the same moment for others to join. Nothing is checked or
//! sealed.

use std::error::Error;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use rusqlite::Connection;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// As in the portal.
const GROUP: usize = 64;

const TABLES: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -8000;
    PRAGMA wal_autocheckpoint = 4000;
    CREATE TABLE nonces (nonce TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE sessions (
        id TEXT PRIMARY KEY, token_hash BLOB NOT NULL UNIQUE, mac BLOB NOT NULL, sealed BLOB NOT NULL,
        ends_at INTEGER NOT NULL, resolved INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sessions_by_end ON sessions (ends_at);
    CREATE TABLE challenges (id TEXT PRIMARY KEY, tries INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE events (
        seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, reason TEXT NOT NULL, flow TEXT, origin BLOB
    ) STRICT;
    CREATE INDEX events_by_flow ON events (flow);";

type Operation = Box<dyn FnOnce(&Connection) -> rusqlite::Result<()> + Send>;
type Job = (Operation, oneshot::Sender<bool>);

#[derive(Clone)]
struct Writer {
    jobs: Arc<std::sync::Mutex<Sender<Job>>>,
    count: Arc<AtomicU64>,
}

impl Writer {
    async fn run(
        &self,
        operation: impl FnOnce(&Connection) -> rusqlite::Result<()> + Send + 'static,
    ) -> bool {
        let (done, waits) = oneshot::channel();
        let job: Job = (Box::new(operation), done);
        let sent = self.jobs.lock().unwrap_or_else(PoisonError::into_inner).send(job);
        sent.is_ok() && waits.await.unwrap_or(false)
    }
}

/// Serves until it is ended.
pub async fn serve(port: u16, file: &Path) -> Result<(), Box<dyn Error>> {
    let connection = Connection::open(file)?;
    connection.execute_batch(TABLES)?;
    let (jobs, queue) = mpsc::channel();
    thread::spawn(move || work(&connection, &queue));
    let writer = Writer {
        jobs: Arc::new(std::sync::Mutex::new(jobs)),
        count: Arc::default(),
    };
    let router = Router::new()
        .route("/", get(|| async { "ok" }))
        .route("/start", post(start))
        .route("/attempt", post(attempt))
        .with_state(writer);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    Ok(axum::serve(listener, router).await?)
}

/// What a start commits: a spent nonce, a session, an event.
async fn start(State(writer): State<Writer>, Json(body): Json<Value>) -> (StatusCode, Json<Value>) {
    let number = writer.count.fetch_add(1, Ordering::Relaxed);
    let done = writer
        .run(move |connection| {
            let id = scattered(number);
            connection
                .prepare_cached("INSERT INTO nonces VALUES (?1, ?2)")?
                .execute((format!("n{id}"), 1))?;
            connection
                .prepare_cached(
                    "INSERT INTO sessions (id, token_hash, mac, sealed, ends_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute((
                    &id,
                    id.as_bytes(),
                    [1_u8; 32],
                    [2_u8; 70],
                    i64::try_from(number).unwrap_or(0),
                ))?;
            event(connection, &id, "identifier-submitted")
        })
        .await;
    drop(body);
    // Behind the answer, as in the portal: whose account it is.
    tokio::spawn(async move {
        let resolve = move |connection: &Connection| {
            connection
                .prepare_cached("UPDATE sessions SET resolved = 1 WHERE id = ?1 AND resolved = 0")?
                .execute([scattered(number)])
                .map(|_| ())
        };
        writer.run(resolve).await
    });
    answer(done)
}

/// What an answered code commits: a counted try, an event, a counted failure.
async fn attempt(State(writer): State<Writer>, Json(body): Json<Value>) -> (StatusCode, Json<Value>) {
    let number = writer.count.fetch_add(1, Ordering::Relaxed);
    let done = writer
        .run(move |connection| {
            let id = scattered(number % 5_000);
            connection
                .prepare_cached(
                    "INSERT INTO challenges VALUES (?1, 1) ON CONFLICT DO UPDATE SET tries = tries + 1",
                )?
                .execute([&id])?;
            event(connection, &id, "verification-failed")?;
            connection
                .prepare_cached("UPDATE sessions SET failures = failures + 1 WHERE id = ?1")?
                .execute([&id])
                .map(|_| ())
        })
        .await;
    drop(body);
    answer(done)
}

fn event(connection: &Connection, flow: &str, reason: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO events (at, reason, flow, origin) VALUES (?1, ?2, ?3, ?4)")?
        .execute((1, reason, flow, [3_u8; 100]))
        .map(|_| ())
}

/// Ids as scattered as random ones.
fn scattered(number: u64) -> String {
    format!("{:016x}", number.wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

fn answer(done: bool) -> (StatusCode, Json<Value>) {
    if done {
        (StatusCode::ACCEPTED, Json(json!({"step": "choose-method"})))
    } else {
        (StatusCode::INTERNAL_SERVER_ERROR, Json(json!({})))
    }
}

fn work(connection: &Connection, queue: &Receiver<Job>) {
    let mut in_company = false;
    while let Ok(first) = queue.recv() {
        if in_company {
            gather();
        }
        let group: Vec<Job> = std::iter::once(first)
            .chain(queue.try_iter().take(GROUP - 1))
            .collect();
        in_company = group.len() > 1;
        let begun = run(connection, "BEGIN IMMEDIATE");
        let waiting: Vec<(bool, oneshot::Sender<bool>)> = group
            .into_iter()
            .map(|(operation, done)| {
                let written = run(connection, "SAVEPOINT operation")
                    && operation(connection).is_ok()
                    && run(connection, "RELEASE operation");
                (written, done)
            })
            .collect();
        let committed = begun && run(connection, "COMMIT");
        for (written, done) in waiting {
            // A client that went away does not wait any more.
            _ = done.send(committed && written);
        }
    }
}

fn run(connection: &Connection, statement: &str) -> bool {
    connection
        .prepare_cached(statement)
        .and_then(|mut statement| statement.execute([]))
        .is_ok()
}

/// As in the portal.
#[expect(clippy::disallowed_methods, reason = "the writer has a thread of its own")]
fn gather() {
    thread::sleep(Duration::from_millis(2));
}
