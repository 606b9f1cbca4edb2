//! The shell: useful before the client has started, in the right language, with nothing inline
//! but one style sheet whose hash the policy names.

use axum::http::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use data_encoding::BASE64;
use postern_api::ProblemType;
use postern_server::vault;

use crate::helpers::{Answer, TestApp};

async fn get(app: &TestApp, path: &str, headers: &[(HeaderName, &'static str)]) -> Answer {
    let headers: HeaderMap = headers
        .iter()
        .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)))
        .collect();
    app.browser().send_raw(Method::GET, path, headers, None).await
}

#[tokio::test]
async fn the_first_step_stands_in_the_html_with_its_form() {
    let app = TestApp::with_ada().await;
    let html = get(&app, "/reset", &[]).await.text();
    for part in [
        "<html lang=\"en\" dir=\"ltr\">",
        "<title>",
        "id=\"identify-form\"",
        "autocomplete=\"username\"",
        "<h1 tabindex=\"-1\">",
        "id=\"unavailable\"",
        "<noscript>",
        "tel:+12025550199",
        "name=\"postern-site\"",
    ] {
        assert!(html.contains(part), "{part} is missing");
    }
}

#[tokio::test]
async fn the_language_comes_from_the_address_then_the_choice_then_the_browser() {
    let app = TestApp::with_ada().await;
    let lang = |answer: &Answer| {
        answer
            .text()
            .split("lang=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    let german = (ACCEPT_LANGUAGE, "de-DE,ar;q=0.8,en;q=0.5");
    assert_eq!(
        lang(&get(&app, "/reset", std::slice::from_ref(&german)).await),
        "ar"
    );
    assert_eq!(
        lang(&get(&app, "/reset", &[german.clone(), (COOKIE, "postern-locale=en")]).await),
        "en"
    );
    let answer = get(&app, "/reset?lang=ar-EG", &[(COOKIE, "postern-locale=en")]).await;
    assert_eq!(lang(&answer), "ar");
    assert!(
        answer
            .header("set-cookie")
            .unwrap()
            .starts_with("postern-locale=ar;")
    );
    assert!(answer.text().contains("dir=\"rtl\""));
    assert_eq!(lang(&get(&app, "/reset?mkt=ar-eg", &[]).await), "ar");
    assert_eq!(
        lang(&get(&app, "/reset?lang=%22%3E%3Cscript%3E", &[]).await),
        "en"
    );
    assert!(answer.header("vary").unwrap().contains("Accept-Language"));
}

#[tokio::test]
async fn exactly_one_language_table_is_preloaded() {
    let app = TestApp::with_ada().await;
    for path in ["/", "/reset", "/reset/link"] {
        let html = get(&app, path, &[]).await.text();
        assert_eq!(html.matches("rel=\"preload\"").count(), 2, "{path}");
        assert_eq!(html.matches("as=\"fetch\" crossorigin").count(), 1, "{path}");
    }
}

#[tokio::test]
async fn s_47_nothing_is_inline_but_one_style_sheet_whose_hash_the_policy_names() {
    let app = TestApp::with_ada().await;
    for path in ["/", "/reset", "/reset/done", "/reset/nothing"] {
        let answer = get(&app, path, &[]).await;
        let html = answer.text();
        let style = html
            .split("<style>")
            .nth(1)
            .unwrap()
            .split("</style>")
            .next()
            .unwrap();
        let hash = BASE64.encode(&vault::sha256(style.as_bytes()));
        let policy = answer.header("content-security-policy").unwrap();
        assert!(
            policy.contains(&format!("style-src 'self' 'sha256-{hash}';")),
            "{policy}"
        );
        assert_eq!(html.matches("<style").count(), 1);
        assert_eq!(html.matches("<script").count(), 1);
        assert!(html.contains("<script type=\"module\" src=\"/"));
        assert!(!html.contains(" style=\"") && !html.contains(" onclick") && !html.contains("javascript:"));
    }
}

#[tokio::test]
async fn unknown_addresses_are_pages_that_say_so_and_well_known_ones_are_not_pages() {
    let app = TestApp::with_ada().await;
    for path in [
        "/nothing",
        "/reset/nothing",
        "/reset/done/more",
        "/%00",
        "/reset%2fdone",
    ] {
        let answer = get(&app, path, &[]).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text().contains("<h1"), "{path}");
    }
    let reserved = "/.well-known/resource-that-should-not-exist-whose-status-code-should-not-be-200";
    get(&app, reserved, &[])
        .await
        .assert_problem(ProblemType::NotFound);
    let change = get(&app, "/.well-known/change-password", &[]).await;
    assert_eq!(
        (change.status.as_u16(), change.header("location")),
        (303, Some("/reset"))
    );
}

#[tokio::test]
async fn a_browser_that_surely_has_no_flow_is_told_so_in_the_shell() {
    let app = TestApp::with_ada().await;
    let site = HeaderName::from_static("sec-fetch-site");
    let says_none = |answer: Answer| answer.text().contains("name=\"postern-flow\" content=\"none\"");
    assert!(says_none(get(&app, "/reset", &[(site.clone(), "none")]).await));
    assert!(!says_none(
        get(&app, "/reset", &[(site.clone(), "cross-site")]).await
    ));
    assert!(!says_none(get(&app, "/reset", &[]).await));
    assert!(!says_none(
        get(
            &app,
            "/reset",
            &[(site, "none"), (COOKIE, "__Host-postern-flow=x")]
        )
        .await
    ));
}

#[tokio::test]
async fn pages_come_compressed_to_those_who_take_it() {
    let app = TestApp::with_ada().await;
    let plain = get(&app, "/reset", &[]).await;
    let brotli = get(&app, "/reset", &[(ACCEPT_ENCODING, "gzip, br")]).await;
    assert_eq!(brotli.header("content-encoding"), Some("br"));
    assert!(brotli.body.len() < plain.body.len());
    assert_eq!(
        get(&app, "/reset", &[(ACCEPT_ENCODING, "br;q=0")])
            .await
            .header("content-encoding"),
        None
    );
}

#[tokio::test]
async fn the_process_says_that_it_lives_and_whether_it_can_serve() {
    let app = TestApp::with_ada().await;
    assert_eq!(get(&app, "/healthz", &[]).await.text(), "ok");
    assert_eq!(get(&app, "/readyz", &[]).await.text(), "ready");
}

#[tokio::test]
async fn reading_without_a_flow_writes_no_row() {
    let app = TestApp::with_ada().await;
    let count = || -> Vec<String> {
        let tables = app.rows("SELECT name FROM sqlite_schema WHERE type = 'table'");
        let count = |table: String| app.rows(&format!("SELECT '{table} ' || count(*) FROM {table}"));
        tables.into_iter().flat_map(count).collect()
    };
    let before = count();
    for path in [
        "/",
        "/reset",
        "/reset/verify",
        "/nowhere",
        "/healthz",
        "/readyz",
        "/api/v1/site",
        "/api/v1/proof-of-work-challenges/reset",
        "/api/v1/reset-sessions/current",
        "/.well-known/change-password",
    ] {
        get(&app, path, &[]).await;
    }
    app.run_jobs().await;
    assert_eq!(count(), before);
}
