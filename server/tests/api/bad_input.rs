//! Bad input: each gets its typed problem; nothing is lost, nothing panics, nothing answers 500.

use axum::http::{HeaderMap, HeaderValue, Method};
use postern_api::{FieldViolationCode, ProblemKind, ProblemType, Step, paths};
use postern_server::http::openapi;
use serde_json::{Value, json};

use crate::helpers::{Browser, TestApp};

/// Every operation that takes a body, with a body that is right for it.
fn writes() -> Vec<(&'static str, Value)> {
    vec![
        (
            paths::RESET_SESSIONS,
            json!({"identifier": "ada", "proof_of_work": "x", "locale": "en"}),
        ),
        (
            paths::RESET_CHALLENGES,
            json!({"method": "email", "target": "ada@home.example"}),
        ),
        (
            paths::RESET_ATTEMPTS,
            json!({"method": "email", "code": "123456"}),
        ),
        (paths::RESET_LINK_CHECKS, json!({"token": "x"})),
        (paths::RESET_LINK_ATTEMPTS, json!({"token": "x"})),
        (paths::RESET_HELP_REQUESTS, json!({"reason": "no-usable-method"})),
        (paths::RESET_PASSWORD, json!({"new_password": "x"})),
    ]
}

async fn in_a_flow() -> (TestApp, Browser) {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    (app, browser)
}

#[tokio::test]
async fn bodies_that_are_no_request_are_unreadable_and_the_flow_stays() {
    let (_app, browser) = in_a_flow().await;
    for (path, right) in writes() {
        let mut unknown = right.clone();
        unknown["unknown"] = json!(true);
        let first = right.as_object().unwrap().keys().next().unwrap().clone();
        let mut wrong_type = right.clone();
        wrong_type[&first] = json!([1]);
        let mut missing = right.clone();
        missing.as_object_mut().unwrap().remove(&first);
        let bodies: Vec<Vec<u8>> = vec![
            Vec::new(),
            b"{".to_vec(),
            b"null".to_vec(),
            b"[]".to_vec(),
            b"\"text\"".to_vec(),
            b"{\"identifier\": \"\xff\xfe\"}".to_vec(),
            "[".repeat(4_000).into_bytes(),
            format!("{right} {right}").into_bytes(),
            unknown.to_string().into_bytes(),
            wrong_type.to_string().into_bytes(),
            missing.to_string().into_bytes(),
        ];
        for body in bodies {
            let shown = String::from_utf8_lossy(&body)
                .chars()
                .take(60)
                .collect::<String>();
            let answer = browser
                .send_raw(Method::POST, path, HeaderMap::new(), Some(body))
                .await;
            let document = answer.json();
            assert_eq!(
                document["type"],
                ProblemType::UnreadableRequest.as_uri(),
                "{path} {shown}: {document}"
            );
        }
    }
    browser.state().await.assert_step(&Step::ChooseMethod);
}

#[tokio::test]
async fn s_26_a_megabyte_is_refused_on_every_write() {
    let (_app, browser) = in_a_flow().await;
    for (path, _) in writes() {
        let body = json!({"new_password": "x".repeat(1_000_000)})
            .to_string()
            .into_bytes();
        let answer = browser
            .send_raw(Method::POST, path, HeaderMap::new(), Some(body))
            .await;
        assert_eq!(
            answer.assert_problem(ProblemType::BodyTooLarge),
            ProblemKind::BodyTooLarge { max_bytes: 16_384 }
        );
    }
}

#[tokio::test]
async fn other_media_types_are_refused() {
    let (_app, browser) = in_a_flow().await;
    for media_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
    ] {
        for (path, body) in writes() {
            let headers = HeaderMap::from_iter([(
                axum::http::header::CONTENT_TYPE,
                HeaderValue::from_static(media_type),
            )]);
            let answer = browser
                .send_raw(Method::POST, path, headers, Some(body.to_string().into_bytes()))
                .await;
            answer.assert_problem(ProblemType::UnsupportedMediaType);
        }
    }
}

#[tokio::test]
async fn wrong_verbs_and_addresses_have_their_problems() {
    let (app, browser) = in_a_flow().await;
    for (verb, path) in openapi::operations() {
        for other in [
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
            Method::POST,
            Method::GET,
        ] {
            let known = openapi::operations()
                .iter()
                .any(|(v, p)| *p == path && v == other.as_str());
            if !known {
                browser
                    .send(other, &path, None)
                    .await
                    .assert_problem(ProblemType::VerbNotAllowed);
            }
        }
        assert!(!verb.is_empty());
    }
    for path in [
        "/api/v1/nothing",
        "/api/v2/site",
        "/api/",
        "/a/nothing.js",
        "/.well-known/nothing",
        "/x.php",
    ] {
        app.browser()
            .get(path)
            .await
            .assert_problem(ProblemType::NotFound);
    }
}

#[tokio::test]
async fn every_operation_on_a_flow_without_a_cookie_says_that_there_is_none() {
    let app = TestApp::with_ada().await;
    for cookie in [
        None,
        Some("invented"),
        Some(""),
        Some("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
    ] {
        let browser = app.browser();
        for (path, body) in writes() {
            if path == paths::RESET_SESSIONS || path == paths::RESET_LINK_CHECKS {
                continue;
            }
            browser.set_cookie(cookie.map(str::to_owned));
            browser
                .post(path, body)
                .await
                .assert_problem(ProblemType::FlowMissing);
        }
        browser.set_cookie(cookie.map(str::to_owned));
        browser.extend().await.assert_problem(ProblemType::FlowMissing);
        browser.set_cookie(cookie.map(str::to_owned));
        browser.cancel().await.assert_problem(ProblemType::FlowMissing);
        browser.set_cookie(cookie.map(str::to_owned));
        browser.state().await.assert_problem(ProblemType::FlowMissing);
    }
}

#[tokio::test]
async fn a_planted_cookie_is_never_adopted() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    let planted = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    browser.set_cookie(Some(planted.to_owned()));
    browser.start_reset("ada@demo.example").await.state();
    assert_ne!(browser.cookie().as_deref(), Some(planted));
}

#[tokio::test]
async fn every_operation_on_an_expired_flow_says_so() {
    let (app, browser) = in_a_flow().await;
    let cookie = browser.cookie();
    app.advance(901);
    for (path, body) in writes() {
        if path == paths::RESET_SESSIONS
            || path == paths::RESET_LINK_CHECKS
            || path == paths::RESET_HELP_REQUESTS
        {
            continue;
        }
        browser.set_cookie(cookie.clone());
        let answer = browser.post(path, body).await;
        answer.assert_problem(ProblemType::SessionExpired);
    }
    browser.set_cookie(cookie);
    browser.extend().await.assert_problem(ProblemType::SessionExpired);
}

#[tokio::test]
async fn what_was_typed_wrongly_is_named_member_by_member() {
    let (_app, browser) = in_a_flow().await;
    let violation = |kind: ProblemKind| match kind {
        ProblemKind::FieldsRejected { violations } => (violations[0].pointer.clone(), violations[0].code),
        other => panic!("{other:?}"),
    };
    for (typed, code) in [
        ("", FieldViolationCode::Empty),
        ("   ", FieldViolationCode::Empty),
        (&"a".repeat(257), FieldViolationCode::TooLong { max: 256 }),
        ("ada\u{202e}", FieldViolationCode::UnusableCharacters),
        ("a\r\nb", FieldViolationCode::UnusableCharacters),
    ] {
        let answer = browser.start_reset(typed).await;
        let found = violation(answer.assert_problem(ProblemType::FieldsRejected));
        assert_eq!(found, ("/identifier".to_owned(), code), "{typed:?}");
    }
    browser.start_reset("ada@demo.example").await.state();
    for (typed, code) in [
        ("", FieldViolationCode::Empty),
        ("ada", FieldViolationCode::NotAnAddress),
        (
            "ada@home.example\r\nBcc: x@y.example",
            FieldViolationCode::NotAnAddress,
        ),
        (
            &format!("{}@b.example", "a".repeat(300)),
            FieldViolationCode::TooLong { max: 254 },
        ),
    ] {
        let found = violation(
            browser
                .send_code(typed)
                .await
                .assert_problem(ProblemType::FieldsRejected),
        );
        assert_eq!(found, ("/target".to_owned(), code), "{typed:?}");
    }
    for typed in ["", "12345", "1234567", "abcdef", "12 34 5x"] {
        let found = violation(
            browser
                .submit_code(typed)
                .await
                .assert_problem(ProblemType::FieldsRejected),
        );
        assert_eq!(
            found,
            ("/code".to_owned(), FieldViolationCode::NotACode { digits: 6 }),
            "{typed:?}"
        );
    }
}

#[tokio::test]
async fn codes_are_read_in_every_script() {
    let (app, browser) = in_a_flow().await;
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    let arabic: String = code
        .chars()
        .map(|digit| char::from_u32(0x0660 + digit.to_digit(10).unwrap()).unwrap())
        .collect();
    browser
        .submit_code(&format!(" {} {} ", &arabic[..6], &arabic[6..]))
        .await
        .state();
}

#[tokio::test]
async fn proofs_of_work_that_are_not_ours_are_refused_with_the_reason() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    let start = |proof: String| {
        let browser = browser.clone();
        async move {
            let body = json!({"identifier": "ada", "proof_of_work": proof, "locale": "en"});
            match browser
                .post(paths::RESET_SESSIONS, body)
                .await
                .assert_problem(ProblemType::ProofOfWorkFailed)
            {
                ProblemKind::ProofOfWorkFailed { reason } => format!("{reason:?}"),
                other => panic!("{other:?}"),
            }
        }
    };
    assert_eq!(start(String::new()).await, "Unreadable");
    assert_eq!(start("%%%".to_owned()).await, "Unreadable");
    assert_eq!(start("A".repeat(9_000)).await, "Unreadable");
    let proof = browser.proof_of_work().await;
    app.advance(601);
    assert_eq!(start(proof).await, "Expired");
    let proof = browser.proof_of_work().await;
    let body = json!({"identifier": "ada", "proof_of_work": proof, "locale": "en"});
    browser.post(paths::RESET_SESSIONS, body).await.state();
    assert_eq!(start(proof).await, "Used");
}

#[tokio::test]
async fn odd_locales_and_zones_are_ignored_not_refused() {
    let app = TestApp::with_ada().await;
    for (locale, zone) in [
        ("xx", "Nowhere/Here"),
        ("../../etc/passwd", &"Z".repeat(500)),
        ("", ""),
        ("ar-EG", "UTC"),
    ] {
        let browser = app.browser();
        let body = json!({
            "identifier": "ada", "proof_of_work": browser.proof_of_work().await, "locale": locale, "time_zone": zone,
        });
        browser.post(paths::RESET_SESSIONS, body).await.state();
    }
    assert_eq!(
        app.rows("SELECT DISTINCT locale FROM reset_sessions ORDER BY locale"),
        ["ar", "en"]
    );
}

#[tokio::test]
async fn a_replay_of_every_request_of_a_finished_reset_changes_nothing() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (code, link) = app.code_for("ada@home.example");
    let totp = app.totp();
    browser.submit_code(&code).await.state();
    browser.submit_totp(&totp).await.state();
    browser.set_password("a quiet orchard at noon").await.state();
    for answer in [
        browser.send_code("ada@home.example").await,
        browser.submit_code(&code).await,
        browser.submit_link(&link).await,
        browser.submit_totp(&totp).await,
        browser.set_password("another quiet orchard").await,
        browser.extend().await,
    ] {
        answer.assert_problem(ProblemType::StepOutOfOrder);
    }
    assert_eq!(app.directory.writes(), 1);
}
