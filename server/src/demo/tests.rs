//! The demonstration's page over HTTP, and a mail that really travels.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use axum::response::Response;
use http_body_util::BodyExt as _;
use jiff::Timestamp;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::*;
use crate::config::Config;
use crate::domain::account::Account;
use crate::domain::address::EmailAddress;
use crate::domain::clock::{Clock, MovableClock};
use crate::domain::directory::{
    Capabilities, Directory, DirectoryError, PasswordVerdict, SetPasswordError, WriteEvidence, WriteMark,
    Written,
};
use crate::domain::identifier::Identifier;
use crate::domain::ids::{SubjectId, WriteAttemptId};
use crate::domain::message::{DeliveryError, Mail, MailContent, Mailer};
use crate::domain::random::OsRandom;
use crate::domain::secret::SecretText;
use crate::l10n::Texts;
use crate::notify::SmtpMailer;

/// A directory in which the password says what is the matter with the account.
struct TalkingDirectory;

#[async_trait]
impl Directory for TalkingDirectory {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            enforces_history_on_reset: false,
            locks_accounts: true,
            finds_writes: false,
            has_password_rules: false,
        }
    }

    async fn find_account(&self, identifier: &Identifier) -> Result<Option<Account>, DirectoryError> {
        Ok((identifier.as_key() != "nobody").then(|| Account {
            subject: SubjectId::from_stored(identifier.as_key()),
            user_name: identifier.as_key().to_owned(),
            primary_mail: None,
            given_name: None,
            family_name: None,
            display_name: None,
            locale: None,
            groups: BTreeSet::new(),
            enabled: true,
            locked_until: None,
            must_change: false,
            protected: false,
        }))
    }

    async fn get_account(&self, _: &SubjectId) -> Result<Option<Account>, DirectoryError> {
        Ok(None)
    }

    async fn list_members(&self, _: &BTreeSet<String>, _: usize) -> Result<Vec<Account>, DirectoryError> {
        Ok(Vec::new())
    }

    async fn verify_password(
        &self,
        _: &SubjectId,
        password: &SecretText,
    ) -> Result<PasswordVerdict, DirectoryError> {
        match password.expose() {
            "right" => Ok(PasswordVerdict::Right),
            "must change" => Ok(PasswordVerdict::RightButMustChange),
            "locked" => Ok(PasswordVerdict::Locked),
            "disabled" => Ok(PasswordVerdict::Disabled),
            "away" => Err(DirectoryError::Unavailable),
            _ => Ok(PasswordVerdict::Wrong),
        }
    }

    async fn set_password(
        &self,
        _: &SubjectId,
        _: &SecretText,
        _: &WriteAttemptId,
        _: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        Err(SetPasswordError::Unavailable)
    }

    async fn change_password(
        &self,
        _: &SubjectId,
        _: &SecretText,
        _: &SecretText,
        _: &WriteAttemptId,
        _: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        Err(SetPasswordError::Unavailable)
    }

    async fn unlock(&self, _: &SubjectId) -> Result<(), DirectoryError> {
        Ok(())
    }

    async fn read_mark(&self, _: &SubjectId) -> Result<WriteMark, DirectoryError> {
        Err(DirectoryError::Unavailable)
    }

    async fn find_write(
        &self,
        _: &SubjectId,
        _: &WriteAttemptId,
        _: &WriteMark,
        _: Timestamp,
    ) -> Result<WriteEvidence, DirectoryError> {
        Ok(WriteEvidence::Unknown)
    }
}

const ORIGIN: &str = "http://localhost:8080";

struct TestDemo {
    router: Router,
    clock: Arc<MovableClock>,
    mailbox: Arc<Mailbox>,
}

impl TestDemo {
    fn new() -> Self {
        let clock = Arc::new(MovableClock::default());
        let mailbox = Arc::new(Mailbox::new(clock.clone()));
        let router = router(DemoState {
            clock: Arc::clone(&clock),
            directory: Arc::new(TalkingDirectory),
            mailbox: Arc::clone(&mailbox),
            texts: Arc::new(Texts::load()),
            locales: vec!["en".to_owned(), "ar".to_owned()],
            default_locale: "en".to_owned(),
            organisation: "Contoso & <Sons>".to_owned(),
            origin: ORIGIN.to_owned(),
            assets: DemoAssets {
                critical_css: "p{}".to_owned(),
                demo_css_path: Some("/a/demo.css".to_owned()),
            },
        });
        Self {
            router,
            clock,
            mailbox,
        }
    }

    fn with_message(subject: &str, text: &str) -> Self {
        let demo = Self::new();
        let raw = format!(
            "Subject: {subject}\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n\
             Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n--x\r\n\
             Content-Type: text/html; charset=utf-8\r\n\r\n<p onclick=\"x()\">hello</p>\r\n--x--\r\n"
        );
        assert!(
            demo.mailbox
                .receive(vec!["ada@home.example".to_owned()], raw.as_bytes())
        );
        demo
    }

    async fn send(&self, method: &str, path: &str, body: impl Into<Body>) -> Response {
        let json = path.starts_with("/demo/api");
        let content_type = if json {
            "application/json"
        } else {
            "application/x-www-form-urlencoded"
        };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("origin", ORIGIN)
            .header("content-type", content_type)
            .body(body.into())
            .expect("a request");
        self.router.clone().oneshot(request).await.expect("an answer")
    }

    async fn page(&self) -> String {
        text(self.send("GET", "/demo", Body::empty()).await).await
    }

    async fn json(&self, method: &str, path: &str, body: Value) -> Value {
        let response = self.send(method, path, body.to_string()).await;
        assert_eq!(response.status(), StatusCode::OK, "{method} {path}");
        serde_json::from_str(&text(response).await).expect("JSON")
    }
}

async fn text(response: Response) -> String {
    let bytes = response.into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[tokio::test]
async fn the_page_shows_what_was_sent_and_nothing_of_it_is_markup() {
    let demo = TestDemo::with_message(
        "<b>bold</b>",
        "<script>x()</script>\r\n123456\r\nhttp://localhost:8080/reset/link#t",
    );
    let page = demo.page().await;
    assert!(!page.contains("<script") && !page.contains("<b>bold"), "{page}");
    assert!(
        page.contains("&lt;script&gt;") && page.contains("Contoso &amp; &lt;Sons&gt;"),
        "{page}"
    );
    assert!(
        page.contains("href=\"http://localhost:8080/reset/link#t\""),
        "{page}"
    );
    assert!(page.contains("<bdi dir=\"ltr\">123456</bdi>"), "{page}");
    assert!(
        page.contains("href=\"/a/demo.css\"") && page.contains("<style>p{}</style>"),
        "{page}"
    );
    assert!(
        !page.contains("demo-account-") && !page.contains("style=\""),
        "{page}"
    );
    for account in &ACCOUNTS {
        assert!(page.contains(account.user_name), "{}", account.user_name);
    }
}

#[tokio::test]
async fn a_form_of_the_page_is_known_as_its_own() {
    let response = TestDemo::new().send("GET", "/demo", Body::empty()).await;
    assert_eq!(response.headers()["referrer-policy"], "same-origin");
    assert_eq!(response.headers()["cache-control"], "no-store");
}

#[tokio::test]
async fn the_html_of_a_mail_is_shown_where_it_can_do_nothing() {
    let demo = TestDemo::with_message("x", "y");
    let response = demo.send("GET", "/demo/messages/1/html", Body::empty()).await;
    let policy = response.headers()["content-security-policy"]
        .to_str()
        .expect("text")
        .to_owned();
    assert_eq!(policy, "sandbox; default-src 'none'; style-src 'unsafe-inline'");
    assert!(text(response).await.contains("hello"));
    let missing = demo.send("GET", "/demo/messages/2/html", Body::empty()).await;
    assert_eq!(missing.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn tests_read_and_delete_messages() {
    let demo = TestDemo::with_message("Your code", "123456");
    let messages = demo.json("GET", "/demo/api/messages", json!({})).await;
    assert_eq!(messages[0]["subject"], "Your code");
    assert_eq!(messages[0]["code"], "123456");
    assert!(messages[0]["received_at"].is_string());
    let others = demo
        .json("GET", "/demo/api/messages?to=bo@home.example", json!({}))
        .await;
    assert_eq!(others, json!([]));
    assert_eq!(
        demo.send("DELETE", "/demo/api/messages", Body::empty())
            .await
            .status(),
        StatusCode::NO_CONTENT
    );
    assert!(demo.mailbox.list().is_empty());
}

#[tokio::test]
async fn the_clock_moves_and_comes_back() {
    let demo = TestDemo::new();
    let moved = demo
        .json("POST", "/demo/api/clock", json!({ "advance_seconds": 600 }))
        .await;
    assert_eq!(moved["offset_seconds"], 600);
    let response = demo.send("POST", "/demo/clock", "minutes=+10").await;
    assert_eq!(
        (response.status(), &response.headers()["location"]),
        (StatusCode::SEE_OTHER, &"/demo#clock".parse().expect("a value"))
    );
    assert_eq!(demo.clock.offset_seconds(), 1_200);
    assert!(demo.page().await.contains("20"), "minutes ahead");
    for unusable in [
        "minutes=soon",
        "minutes=99999999999",
        "minutes=9223372036854775807",
        "",
    ] {
        demo.send("POST", "/demo/clock", unusable).await;
        let page = demo.page().await;
        assert!(page.contains("aria-invalid=\"true\""), "{unusable}");
        assert_eq!(demo.clock.offset_seconds(), 1_200);
    }
    assert!(
        !demo.page().await.contains("aria-invalid"),
        "a notice is shown once"
    );
    let far = json!({ "advance_seconds": i64::MAX }).to_string();
    assert_eq!(
        demo.send("POST", "/demo/api/clock", far).await.status(),
        StatusCode::UNPROCESSABLE_ENTITY
    );
    demo.send("POST", "/demo/clock/reset", "").await;
    assert_eq!(demo.clock.offset_seconds(), 0);
}

#[tokio::test]
async fn codes_follow_the_portals_clock() {
    let demo = TestDemo::new();
    let now = demo.json("GET", "/demo/api/totp", json!({})).await;
    let names: Vec<&str> = now
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["user_name"].as_str())
        .collect();
    assert_eq!(
        names,
        [
            "ada@demo.example",
            "dai@demo.example",
            "jun@demo.example",
            "kim@demo.example"
        ]
    );
    let left = now[0]["seconds_left"].as_u64().expect("a number");
    assert!((1..=30).contains(&left));
    demo.clock.advance(3_600);
    let later = demo.json("GET", "/demo/api/totp", json!({})).await;
    assert_ne!(now[0]["code"], later[0]["code"]);
}

#[tokio::test]
async fn a_tried_password_is_told_exactly_what_a_sign_in_would_say() {
    let demo = TestDemo::new();
    for (password, verdict, sentence) in [
        ("right", "right", "opens the account"),
        ("must change", "must-change", "has to be changed"),
        ("wrong", "wrong", "does not open"),
        ("locked", "locked", "is locked"),
        ("disabled", "disabled", "switched off."),
    ] {
        let body = json!({ "user_name": "ada@demo.example", "password": password });
        assert_eq!(
            demo.json("POST", "/demo/api/try-password", body).await["verdict"],
            verdict
        );
        let form = format!(
            "account=ada%40demo.example&password={}",
            password.replace(' ', "+")
        );
        let response = demo.send("POST", "/demo/try", form).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER);
        assert!(demo.page().await.contains(sentence), "{password}");
    }
    for nobody in ["nobody", "", "a\u{0}b"] {
        let body = json!({ "user_name": nobody, "password": "right" });
        assert_eq!(
            demo.json("POST", "/demo/api/try-password", body).await["verdict"],
            "wrong"
        );
    }
    let away = json!({ "user_name": "ada", "password": "away" }).to_string();
    assert_eq!(
        demo.send("POST", "/demo/api/try-password", away).await.status(),
        StatusCode::SERVICE_UNAVAILABLE
    );
}

#[tokio::test]
async fn no_other_site_can_write() {
    let demo = TestDemo::with_message("x", "y");
    for (method, path) in [
        ("POST", "/demo/clock"),
        ("POST", "/demo/clock/reset"),
        ("POST", "/demo/try"),
        ("POST", "/demo/messages/clear"),
        ("POST", "/demo/api/clock"),
        ("DELETE", "/demo/api/clock"),
        ("POST", "/demo/api/try-password"),
        ("DELETE", "/demo/api/messages"),
    ] {
        for origin in [
            None,
            Some("http://evil.example"),
            Some("null"),
            Some("http://localhost:8081"),
        ] {
            let mut request = Request::builder()
                .method(method)
                .uri(path)
                .header("content-type", "application/json");
            if let Some(origin) = origin {
                request = request.header("origin", origin);
            }
            let request = request
                .body(Body::from("{\"advance_seconds\":60}"))
                .expect("a request");
            let response = demo.router.clone().oneshot(request).await.expect("an answer");
            assert_eq!(
                response.status(),
                StatusCode::FORBIDDEN,
                "{method} {path} from {origin:?}"
            );
        }
    }
    assert_eq!((demo.clock.offset_seconds(), demo.mailbox.list().len()), (0, 1));
}

#[tokio::test]
async fn bad_requests_are_refused_without_harm() {
    let demo = TestDemo::new();
    for body in [
        "",
        "{",
        "{\"advance_seconds\":\"x\"}",
        "{\"advance_seconds\":1,\"more\":2}",
    ] {
        assert!(
            demo.send("POST", "/demo/api/clock", body)
                .await
                .status()
                .is_client_error(),
            "{body}"
        );
    }
    let huge = "x".repeat(1_000_000);
    assert_eq!(
        demo.send("POST", "/demo/try", huge).await.status(),
        StatusCode::PAYLOAD_TOO_LARGE
    );
    let not_text = demo
        .send("POST", "/demo/clock", vec![0xff, 0xfe, b'=', 0xff])
        .await;
    assert_eq!(not_text.status(), StatusCode::SEE_OTHER);
}

/// A mailer that talks to a sink.
fn mailer(sink: std::net::SocketAddr, clock: Arc<dyn Clock>) -> SmtpMailer {
    let circumstances =
        accounts::circumstances(8080, std::path::Path::new("data"), sink, sink).expect("writable");
    let config = Config::parse_demonstration(&[CONFIGURATION, &circumstances])
        .unwrap_or_else(|problems| panic!("{problems:?}"));
    SmtpMailer::new(&config, Arc::new(Texts::load()), clock, Arc::new(OsRandom)).expect("a mailer")
}

fn code_mail(locale: &str) -> Mail {
    Mail {
        to: EmailAddress::parse("ada@home.example").expect("an address"),
        locale: locale.to_owned(),
        time_zone: None,
        content: MailContent::ResetCode {
            purpose: crate::domain::reset::Purpose::Reset,
            code: SecretText::new("049077"),
            link_token: SecretText::new("token"),
            number: 1,
            minutes: 10,
            requested_at: Timestamp::UNIX_EPOCH,
        },
    }
}

#[tokio::test]
async fn a_mail_travels_over_smtp_with_its_headers() {
    let clock: Arc<MovableClock> = Arc::default();
    let mailbox = Arc::new(Mailbox::new(clock.clone()));
    let sink = Sink::start(Arc::clone(&mailbox)).await.expect("a port");
    let mailer = mailer(sink.address(), clock);
    let rendered = mailer.render(&code_mail("en")).expect("written");
    let (text, html) = (rendered.text.clone(), rendered.html.clone());
    mailer.send(rendered).await.expect("sent");
    let message = mailbox.list().remove(0);
    assert_eq!(message.to, ["ada@home.example"]);
    assert_eq!(message.from, "reset@contoso.example");
    assert_eq!(message.subject, "Contoso: reset your password (code number 1)");
    assert_eq!(message.text.trim_end(), text.trim_end());
    assert_eq!(
        message
            .html
            .map(|html| html.replace("\r\n", "\n").trim_end().to_owned()),
        Some(html.trim_end().to_owned())
    );
    assert_eq!(message.code.as_deref(), Some("049077"));
    assert_eq!(
        message.link.as_deref(),
        Some("http://localhost:8080/reset/link#token")
    );
    let header = |name: &str| {
        message
            .headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    };
    assert_eq!(header("Auto-Submitted"), Some("auto-generated"));
    assert!(
        header("Message-ID").is_some_and(|id| id.ends_with("@localhost>")),
        "{:?}",
        message.headers
    );
    assert!(
        header("Date").is_some()
            && header("Content-Type").is_some_and(|kind| kind.starts_with("multipart/alternative"))
    );
}

#[tokio::test]
async fn a_mail_server_that_is_away_may_be_tried_again() {
    let clock: Arc<MovableClock> = Arc::default();
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let mailer = mailer(address, clock);
    let rendered = mailer.render(&code_mail("en")).expect("written");
    let failure = mailer.send(rendered).await.expect_err("nobody is there");
    assert!(matches!(failure, DeliveryError::Temporary(_)), "{failure}");
    assert!(!failure.to_string().contains("ada@"), "{failure}");
}

#[tokio::test]
async fn what_a_mail_server_replies_decides_whether_to_try_again() {
    use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
    for (reply, permanent) in [
        ("550 5.1.1 no ada@home.example here", true),
        ("451 later", false),
        ("530 sign in", false),
    ] {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(async move {
            let (stream, _) = listener.accept().await.expect("a client");
            let (reader, mut writer) = stream.into_split();
            let mut lines = BufReader::new(reader).lines();
            writer.write_all(b"220 hello\r\n").await.expect("writes");
            while let Ok(Some(line)) = lines.next_line().await {
                let answer = if line.starts_with("RCPT") {
                    reply
                } else {
                    "250 fine"
                };
                writer
                    .write_all(format!("{answer}\r\n").as_bytes())
                    .await
                    .expect("writes");
            }
        });
        let mailer = mailer(address, Arc::<MovableClock>::default());
        let rendered = mailer.render(&code_mail("en")).expect("written");
        let failure = mailer.send(rendered).await.expect_err("refused");
        assert_eq!(
            matches!(failure, DeliveryError::Permanent(_)),
            permanent,
            "{reply}: {failure}"
        );
        assert!(!failure.to_string().contains("ada@"), "{failure}");
    }
}
