//! Routes of the demonstration's page and of the JSON that tests use.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, ORIGIN, REFERRER_POLICY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use url::form_urlencoded;

use super::mailbox::Mailbox;
use super::{api, page};
use crate::domain::clock::MovableClock;
use crate::domain::directory::{Directory, DirectoryError, PasswordVerdict};
use crate::domain::identifier::Identifier;
use crate::domain::secret::SecretText;
use crate::l10n::{self, Texts};

/// Largest body of a form or a JSON document here.
const MAX_BODY: usize = 16 * 1024;
/// Farthest that the clock moves at once: ten years.
pub(super) const MAX_ADVANCE_SECONDS: i64 = 315_576_000;

/// Everything that the page shows and moves.
pub struct DemoState {
    /// The portal's clock.
    pub clock: Arc<MovableClock>,
    /// Where passwords are tried.
    pub directory: Arc<dyn Directory>,
    /// What was "sent".
    pub mailbox: Arc<Mailbox>,
    /// The page's texts.
    pub texts: Arc<Texts>,
    /// Languages on offer.
    pub locales: Vec<String>,
    /// The language for everybody whose own is not on offer.
    pub default_locale: String,
    /// The organisation's name.
    pub organisation: String,
    /// The portal's origin, `http://localhost:8080`; writes must come from it.
    pub origin: String,
    /// Style sheets.
    pub assets: DemoAssets,
}

/// Style sheets of the page.
#[derive(Debug, Clone, Default)]
pub struct DemoAssets {
    /// Goes into the page; the security policy names its hash.
    pub critical_css: String,
    /// Address of `demo.css`.
    pub demo_css_path: Option<String>,
}

/// State of the handlers: what was given, and what the next page says once.
pub(super) struct Shared {
    pub(super) demo: DemoState,
    notice: Mutex<Option<Notice>>,
}

/// What happened to the last form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    /// A password was tried.
    Tried(Verdict),
    /// A password could not be tried.
    DirectoryUnavailable,
    /// The clock was not moved.
    UnusableMinutes,
}

/// What a sign-in would say of a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Verdict {
    Right,
    MustChange,
    Wrong,
    Locked,
    Disabled,
}

/// The routes under `/demo`.
pub fn router(demo: DemoState) -> Router {
    let shared = Arc::new(Shared {
        demo,
        notice: Mutex::new(None),
    });
    Router::new()
        .route("/demo", get(show_page))
        .route("/demo/messages/{number}/html", get(show_html))
        .route("/demo/messages/clear", post(clear_messages))
        .route("/demo/clock", post(move_clock))
        .route("/demo/clock/reset", post(reset_clock))
        .route("/demo/try", post(try_password))
        .route(
            "/demo/api/messages",
            get(api::list_messages).delete(api::delete_messages),
        )
        .route("/demo/api/totp", get(api::list_codes))
        .route(
            "/demo/api/clock",
            get(api::get_clock)
                .post(api::advance_clock)
                .delete(api::reset_clock),
        )
        .route("/demo/api/try-password", post(api::try_password))
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&shared),
            only_from_here,
        ))
        .layer(middleware::map_response(add_headers))
        .with_state(shared)
}

/// Another site in the same browser must not move the clock or try passwords.
async fn only_from_here(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let origin = request
        .headers()
        .get(ORIGIN)
        .and_then(|origin| origin.to_str().ok());
    if reads || origin == Some(shared.demo.origin.as_str()) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

async fn add_headers(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // With "no-referrer" a browser says "Origin: null" when it posts a form (Fetch, section 3.2),
    // and the write would not be known as the page's own.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

async fn show_page(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Html<String> {
    let demo = &shared.demo;
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let saved = text(COOKIE).and_then(|cookies| {
        cookies
            .split(';')
            .find_map(|pair| pair.trim().strip_prefix("postern-locale="))
    });
    let locale = l10n::negotiate(
        None,
        saved,
        text(ACCEPT_LANGUAGE),
        &demo.locales,
        &demo.default_locale,
    );
    let notice = shared
        .notice
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    Html(page::write(demo, locale, notice))
}

/// The HTML of a mail, where it can do nothing: no script, no form, nothing loaded.
async fn show_html(State(shared): State<Arc<Shared>>, Path(number): Path<u64>) -> Response {
    match shared.demo.mailbox.find(number).and_then(|message| message.html) {
        Some(html) => (
            [
                (CONTENT_TYPE, "text/html; charset=utf-8"),
                (
                    CONTENT_SECURITY_POLICY,
                    "sandbox; default-src 'none'; style-src 'unsafe-inline'",
                ),
            ],
            html,
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn clear_messages(State(shared): State<Arc<Shared>>) -> Redirect {
    shared.demo.mailbox.clear();
    Redirect::to("/demo#messages")
}

async fn move_clock(State(shared): State<Arc<Shared>>, body: Bytes) -> Redirect {
    let seconds = field(&body, "minutes")
        .and_then(|minutes| minutes.trim().parse::<i64>().ok())
        .and_then(|minutes| minutes.checked_mul(60));
    if !seconds.is_some_and(|seconds| shared.advance(seconds)) {
        shared.tell(Notice::UnusableMinutes);
    }
    Redirect::to("/demo#clock")
}

async fn reset_clock(State(shared): State<Arc<Shared>>) -> Redirect {
    shared.demo.clock.reset();
    Redirect::to("/demo#clock")
}

async fn try_password(State(shared): State<Arc<Shared>>, body: Bytes) -> Redirect {
    let account = field(&body, "account").unwrap_or_default();
    let password = SecretText::new(field(&body, "password").unwrap_or_default());
    shared.tell(match shared.try_password(&account, &password).await {
        Ok(verdict) => Notice::Tried(verdict),
        Err(_) => Notice::DirectoryUnavailable,
    });
    Redirect::to("/demo#try")
}

/// A field of a posted form.
fn field(body: &[u8], name: &str) -> Option<String> {
    form_urlencoded::parse(body)
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

impl Shared {
    fn tell(&self, notice: Notice) {
        *self.notice.lock().unwrap_or_else(PoisonError::into_inner) = Some(notice);
    }

    /// Moves the clock; `false` if that is too far.
    pub(super) fn advance(&self, seconds: i64) -> bool {
        let clock = &self.demo.clock;
        let farthest = clock
            .offset_seconds()
            .checked_add(seconds)
            .map_or(i64::MAX, i64::saturating_abs);
        let reachable = farthest <= MAX_ADVANCE_SECONDS;
        if reachable {
            clock.advance(seconds);
        }
        reachable
    }

    /// What a sign-in would say.
    pub(super) async fn try_password(
        &self,
        user_name: &str,
        password: &SecretText,
    ) -> Result<Verdict, DirectoryError> {
        let Ok(identifier) = Identifier::parse(user_name) else {
            return Ok(Verdict::Wrong);
        };
        let directory = &self.demo.directory;
        let Some(account) = directory.find_account(&identifier).await? else {
            return Ok(Verdict::Wrong);
        };
        Ok(
            match directory.verify_password(&account.subject, password).await? {
                PasswordVerdict::Right => Verdict::Right,
                PasswordVerdict::RightButMustChange => Verdict::MustChange,
                PasswordVerdict::Wrong => Verdict::Wrong,
                PasswordVerdict::Locked => Verdict::Locked,
                PasswordVerdict::Disabled => Verdict::Disabled,
            },
        )
    }
}
