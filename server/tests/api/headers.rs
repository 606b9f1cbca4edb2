//! Headers, cookies and cross-site requests (S-41, S-45 to S-48, S-79).

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method};
use axum::routing::get;
use postern_api::{ProblemType, paths};
use postern_server::http::openapi;

use crate::helpers::TestApp;

#[tokio::test]
async fn s_48_every_answer_has_the_security_headers() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    for (method, path) in [
        (Method::GET, "/"),
        (Method::GET, "/reset"),
        (Method::HEAD, "/reset"),
        (Method::GET, "/nothing"),
        (Method::GET, "/healthz"),
        (Method::GET, "/readyz"),
        (Method::GET, paths::SITE),
        (Method::GET, "/api/v1/nothing"),
        (Method::GET, "/.well-known/change-password"),
        (Method::DELETE, "/"),
        (Method::POST, paths::RESET_SESSIONS),
        (Method::OPTIONS, paths::RESET_SESSIONS),
    ] {
        let answer = browser.send(method.clone(), path, None).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("strict-transport-security", "max-age=31536000; includeSubDomains"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{name} of {method} {path}");
        }
        let policy = answer.header("content-security-policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
            "{policy}"
        );
        assert!(
            policy.contains("frame-ancestors 'none'") && policy.contains("base-uri 'none'"),
            "{policy}"
        );
        assert!(
            !policy.contains("unsafe-inline")
                && !policy.contains("'unsafe-eval'")
                && !policy.contains("nonce")
        );
        assert!(answer.header("access-control-allow-origin").is_none());
        assert!(answer.header("x-request-id").is_some());
    }
}

#[tokio::test]
async fn s_79_answers_of_the_api_are_never_stored() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    for (verb, path) in openapi::operations() {
        let answer = browser.send(verb.parse().unwrap(), &path, None).await;
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{verb} {path}");
    }
}

#[tokio::test]
async fn s_45_every_write_needs_the_portals_own_origin() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    let headers = |pairs: &[(&'static str, &'static str)]| -> HeaderMap {
        pairs
            .iter()
            .map(|&(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect()
    };
    for (verb, path) in openapi::operations()
        .into_iter()
        .filter(|(verb, _)| verb != "GET")
    {
        for forged in [
            headers(&[("origin", "")]),
            headers(&[("origin", "null")]),
            headers(&[("origin", "https://evil.example")]),
            headers(&[("origin", "https://sub.reset.example")]),
            headers(&[("sec-fetch-site", "cross-site")]),
            headers(&[("sec-fetch-site", "same-site")]),
        ] {
            let answer = browser
                .send_raw(verb.parse().unwrap(), &path, forged.clone(), Some(b"{}".to_vec()))
                .await;
            let document = answer.json();
            assert_eq!(
                document["type"],
                ProblemType::CrossSiteRequest.as_uri(),
                "{verb} {path} {forged:?}"
            );
        }
    }
    browser.state().await.state();
}

#[tokio::test]
async fn a_get_changes_no_row() {
    let app = TestApp::with_ada().await;
    let count = || {
        let tables = [
            "reset_sessions",
            "challenges",
            "outbox",
            "audit_events",
            "used_nonces",
            "proofs",
        ];
        tables.map(|table| app.rows(&format!("SELECT count(*) FROM {table}")))
    };
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    let before = count();
    for path in [
        "/",
        "/reset",
        "/reset/link",
        "/nothing",
        "/healthz",
        paths::SITE,
        paths::PROOF_OF_WORK,
        paths::RESET_SESSION,
    ] {
        browser.get(path).await;
        app.browser().get(path).await;
    }
    assert_eq!(count(), before);
}

#[tokio::test]
async fn s_50_no_host_header_reaches_a_link_or_a_page() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    for name in [
        "host",
        "x-forwarded-host",
        "forwarded",
        "x-original-url",
        "x-rewrite-url",
    ] {
        let headers = HeaderMap::from_iter([(
            HeaderName::from_static(name),
            HeaderValue::from_static("evil.example"),
        )]);
        let answer = browser.send_raw(Method::GET, "/reset", headers, None).await;
        assert!(!answer.text().contains("evil.example"), "{name}");
    }
}

#[tokio::test]
async fn s_70_a_failure_of_ours_is_a_problem_with_a_reference_and_nothing_more() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    app.execute("DROP TABLE proofs");
    let answer = browser.state().await;
    answer.assert_problem(ProblemType::Internal);
    assert!(!answer.text().contains("proofs") && !answer.text().contains("SQL"));
}

#[tokio::test]
async fn s_70_a_panic_is_a_problem_too() {
    let app = TestApp::new()
        .with_route("/panics", get(async || -> &'static str { panic!("a secret") }))
        .build()
        .await;
    let answer = app.browser().get("/panics").await;
    answer.assert_problem(ProblemType::Internal);
    assert!(!answer.text().contains("secret"));
}
