//! The shell: HTML that is useful before the client has started. It gives the language and
//! direction, the title, the heading and, on the first step, the form; and everything that the
//! client would otherwise have to ask for.
//!
//! It holds nothing of the person who asks but the language, so it is drawn once per language
//! and page, and kept with its compressed twin.

mod cache;
mod draw;
mod pages;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, SET_COOKIE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use postern_api as wire;

use super::encoding::accepts;
use super::extract::cookie;
use super::state::AppState;
use crate::domain::policy::organisation_methods;
use crate::l10n;

pub use cache::ShellCache;
pub(super) use pages::Page;

/// The cookie of the chosen language; the client sets it too.
const LOCALE_COOKIE: &str = "postern-locale";
/// Seconds that a chosen language is remembered.
const LOCALE_MAX_AGE: u32 = 365 * 24 * 3_600;

/// A page that is one of ours.
pub(super) fn page(state: &AppState, request: &Request) -> Response {
    match Page::from_path(request.uri().path()) {
        Some(page) => respond(state, request, page, StatusCode::OK),
        None => not_found(state, request),
    }
}

/// The page for addresses that are nobody's.
pub(super) fn not_found(state: &AppState, request: &Request) -> Response {
    respond(state, request, Page::NotFound, StatusCode::NOT_FOUND)
}

fn respond(state: &AppState, request: &Request, page: Page, status: StatusCode) -> Response {
    let headers = request.headers();
    let wanted = query_language(request.uri().query());
    let accept_language = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let site = &state.site;
    let locale = l10n::negotiate(
        wanted.as_deref(),
        cookie(headers, LOCALE_COOKIE),
        accept_language,
        &site.locales,
        &site.default_locale,
    );
    let shell = state
        .shells
        .get_or_draw(locale, page, has_no_flow(state, headers), |no_flow| {
            draw::draw(state, locale, page, no_flow)
        });
    let brotli = accepts(headers, "br");
    let mut response = Response::new(Body::from(if brotli {
        shell.brotli.clone()
    } else {
        shell.identity.clone()
    }));
    *response.status_mut() = status;
    let own = response.headers_mut();
    own.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    own.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    own.insert(
        VARY,
        HeaderValue::from_static("Accept-Language, Accept-Encoding, Cookie, Sec-Fetch-Site"),
    );
    if brotli {
        own.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    // A language that the address names is a choice: it is kept, so that a reload keeps it.
    if wanted.is_some_and(|wanted| l10n::best_match(&wanted, &site.locales) == Some(locale)) {
        let secure = if site.secure { "; Secure" } else { "" };
        let saved =
            format!("{LOCALE_COOKIE}={locale}; Path=/; Max-Age={LOCALE_MAX_AGE}; SameSite=Lax{secure}");
        if let Ok(saved) = HeaderValue::from_str(&saved) {
            own.insert(SET_COOKIE, saved);
        }
    }
    response
}

/// Whether the browser surely has no flow: then the client need not ask. A visit from another
/// site comes without the strict cookie even if there is one.
fn has_no_flow(state: &AppState, headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    let own_visit = matches!(site, Some(b"same-origin" | b"none"));
    own_visit && cookie(headers, state.surface.flow_cookie()).is_none()
}

/// `?lang=` or `?mkt=`, as it stands: only letters, digits and hyphens can name a language.
pub(super) fn query_language(query: Option<&str>) -> Option<String> {
    let pairs = query?.split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs
        .filter(|(name, _)| matches!(*name, "lang" | "mkt"))
        .map(|(_, value)| value)
        .next()?;
    let usable = !value.is_empty()
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    usable.then(|| value.to_owned())
}

/// The portal, as everybody may see it.
pub(super) fn site_info(state: &AppState, locale: &str) -> wire::SiteInfo {
    let (site, policy) = (&state.site, state.service.deps().policy.current());
    let locales = site.locales.iter().filter_map(|tag| {
        let known = l10n::find_supported(tag)?;
        Some(wire::LocaleInfo {
            tag: known.tag.to_owned(),
            name: known.name.to_owned(),
            direction: match known.direction {
                l10n::Direction::Ltr => wire::TextDirection::Ltr,
                l10n::Direction::Rtl => wire::TextDirection::Rtl,
            },
            table: state.assets.table(known.tag).unwrap_or_default().to_owned(),
        })
    });
    wire::SiteInfo {
        organisation: site.organisation.clone(),
        help_desk: (site.help_desk)(locale),
        locales: locales.collect(),
        methods: organisation_methods(&policy)
            .into_iter()
            .map(super::convert::wire_method)
            .collect(),
        required_methods: policy.required_methods,
        password: wire::PasswordRules {
            min_length: policy.password.min_length,
            max_length: policy.password.max_length,
            protection: policy.password.protection,
            kinds: policy.password.kinds(),
        },
        code_digits: policy.codes.digits,
        unlock: state.service.can_unlock(),
        demonstration: site.demonstration,
    }
}
