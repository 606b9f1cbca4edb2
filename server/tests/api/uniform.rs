//! Law 3: the same answer for everybody, for this step and the next.

use postern_api::ProblemType;
use postern_server::domain::message::MailContent;
use postern_server::domain::policy::Ineligible;

use crate::helpers::{Answer, PersonBuilder, TestApp};

/// Every state that an outsider must not be able to tell apart: registered, unregistered,
/// disabled, out of scope, locked, with too few methods, unknown. All names are of one length.
const EVERYBODY: [&str; 7] = ["ada", "fay", "gus", "cle", "eli", "boe", "xyz"];

async fn everybody() -> TestApp {
    let until = jiff::Timestamp::from_second(1_900_000_000).unwrap();
    TestApp::new()
        .with(PersonBuilder::named("ada"))
        .with(PersonBuilder::named("fay").without_methods())
        .with(PersonBuilder::named("gus").disabled())
        .with(PersonBuilder::named("cle").in_groups(&["guests"]))
        .with(PersonBuilder::named("eli").locked_until(until))
        .with(PersonBuilder::named("boe").without_authenticator())
        .build()
        .await
}

/// What an outsider sees, with what differs on purpose (ids, the typed name) masked.
fn seen(answer: &Answer, name: &str) -> String {
    let mut headers: Vec<String> = answer
        .headers
        .iter()
        .filter(|(header, _)| *header != "x-request-id")
        .map(|(header, value)| {
            let value = value.to_str().unwrap();
            let value = if header == "set-cookie" {
                let (cookie, attributes) = value.split_once(';').unwrap();
                format!("{}…{attributes}", cookie.len())
            } else {
                value.to_owned()
            };
            format!("{header}: {value}")
        })
        .collect();
    headers.sort();
    let mut body = answer.text().replace(name, "NAME");
    if let Ok(mut json) = serde_json::from_str::<serde_json::Value>(&body) {
        for id in ["flow", "instance"] {
            if let Some(value) = json.get_mut(id) {
                *value = format!("{} characters", value.as_str().unwrap().len()).into();
            }
        }
        body = json.to_string();
    }
    format!("{}\n{}\n{body}", answer.status, headers.join("\n"))
}

#[tokio::test]
async fn law_3_every_step_before_a_proof_looks_the_same_for_everybody() {
    let app = everybody().await;
    let mut transcripts = Vec::new();
    for name in EVERYBODY {
        let browser = app.browser();
        let mut transcript = Vec::new();
        let mut note = |answer: Answer| transcript.push(seen(&answer, name));
        note(browser.start_reset(&format!("{name}@demo.example")).await);
        note(browser.state().await);
        note(browser.submit_code("123456").await);
        note(browser.submit_totp("123456").await);
        // A target that is nobody's, so that no wrong answer can be right by chance.
        note(browser.send_code(&format!("{name}@elsewhere.example")).await);
        app.run_jobs().await;
        note(browser.submit_code("123456").await);
        note(browser.submit_link("not a link").await);
        note(browser.check_link("not a link").await);
        note(browser.set_password("a quiet orchard at noon").await);
        note(browser.extend().await);
        note(browser.state().await);
        for _ in 0..9 {
            note(browser.submit_totp("123456").await);
        }
        note(browser.state().await);
        note(browser.cancel().await);
        transcripts.push((name, transcript));
    }
    let (_, reference) = transcripts.remove(0);
    for (name, transcript) in transcripts {
        for (step, (expected, found)) in reference.iter().zip(&transcript).enumerate() {
            assert_eq!(expected, found, "step {step} tells {name} from ada");
        }
    }
}

#[tokio::test]
async fn law_3_a_start_asks_the_directory_nothing_before_it_answers() {
    let app = TestApp::with_ada().await;
    let before = app.directory.finds();
    // The router is driven to the answer; what is spawned behind it has not run yet on this
    // single-threaded runtime.
    app.browser().start_reset("ada@demo.example").await.state();
    assert_eq!(app.directory.finds(), before);
    tokio::task::yield_now().await;
    assert_eq!(app.directory.finds(), before + 1);
}

#[tokio::test]
async fn a_code_leaves_only_for_an_exact_verified_address_of_somebody_eligible() {
    let app = everybody().await;
    for (name, target, leaves) in [
        ("ada", "ada@home.example", true),
        ("ada", "Ada@HOME.example", true),
        ("ada", "boe@home.example", false),
        ("ada", "ada@demo.example", false),
        ("eli", "eli@home.example", true),
        ("fay", "fay@home.example", false),
        ("xyz", "xyz@home.example", false),
    ] {
        let (browser, before) = (app.browser(), app.mails().len());
        browser.start_reset(&format!("{name}@demo.example")).await.state();
        browser.send_code(target).await.assert_verify();
        app.run_jobs().await;
        assert_eq!(
            app.mails().len() - before,
            usize::from(leaves),
            "{name} to {target}"
        );
    }
}

#[tokio::test]
async fn no_code_ever_goes_to_the_mailbox_that_the_password_opens() {
    let app = TestApp::new()
        .with(PersonBuilder::named("ada").recovering_to_primary())
        .build()
        .await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@demo.example").await.assert_verify();
    app.run_jobs().await;
    assert!(app.mails().is_empty());
}

#[tokio::test]
async fn somebody_who_is_not_eligible_gets_one_notice_a_day_instead_of_a_code() {
    for (name, reason) in [
        ("gus", Ineligible::AccountDisabled),
        ("cle", Ineligible::NotInScope),
        ("boe", Ineligible::TooFewMethods),
    ] {
        let app = everybody().await;
        let address = format!("{name}@home.example");
        for _ in 0..3 {
            let browser = app.browser();
            browser.start_reset(&format!("{name}@demo.example")).await.state();
            browser.send_code(&address).await.assert_verify();
            app.run_jobs().await;
            browser
                .submit_code("123456")
                .await
                .assert_problem(ProblemType::ChallengeFailed);
        }
        let mails = app.mails();
        assert_eq!(mails.len(), 1, "{name}");
        assert_eq!(mails[0].to, address);
        assert!(
            matches!(mails[0].content, MailContent::ResetRefused { reason: found, .. } if found == reason)
        );
        app.advance(24 * 3_600);
        let browser = app.browser();
        browser.start_reset(&format!("{name}@demo.example")).await.state();
        browser.send_code(&address).await.assert_verify();
        app.run_jobs().await;
        assert_eq!(app.mails().len(), 2, "{name}");
    }
}

#[tokio::test]
async fn a_right_authenticator_code_of_somebody_who_is_not_eligible_is_wrong() {
    let app = everybody().await;
    for name in ["gus", "cle"] {
        let browser = app.browser();
        browser.start_reset(&format!("{name}@demo.example")).await.state();
        browser
            .submit_totp(&app.totp())
            .await
            .assert_problem(ProblemType::ChallengeFailed);
    }
}

#[tokio::test]
async fn law_3_a_code_that_never_left_is_wrong_even_when_it_is_guessed() {
    let app = everybody().await;
    for (name, target) in [
        ("xyz", "xyz@home.example"),
        ("ada", "ada@elsewhere.example"),
        ("fay", "fay@home.example"),
    ] {
        let browser = app.browser();
        browser.start_reset(&format!("{name}@demo.example")).await.state();
        browser.send_code(target).await.assert_verify();
        app.run_jobs().await;
        let guessed = app.mailer.newest_written_code().unwrap();
        browser
            .submit_code(&guessed)
            .await
            .assert_problem(ProblemType::ChallengeFailed);
    }
}

#[tokio::test]
async fn every_code_that_is_asked_for_is_written_out_whether_or_not_it_leaves() {
    let app = everybody().await;
    for name in EVERYBODY {
        let (browser, before) = (app.browser(), app.mailer.renders());
        browser.start_reset(&format!("{name}@demo.example")).await.state();
        browser
            .send_code(&format!("{name}@home.example"))
            .await
            .assert_verify();
        app.run_jobs().await;
        assert_eq!(app.mailer.renders() - before, 1, "{name}");
    }
}

#[tokio::test]
async fn an_identifier_that_matches_nobody_is_kept_only_as_a_keyed_hash() {
    let app = TestApp::with_ada().await;
    let browser = app.browser();
    browser.start_reset("hunter2-typed-by-mistake").await.state();
    browser.send_code("hunter2@typed.example").await.assert_verify();
    app.run_jobs().await;
    drop(browser);
    for entry in std::fs::read_dir(app.folder()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("hunter2"), "what was typed stands in the store");
    }
    assert_eq!(
        app.rows("SELECT count(*) FROM audit_events WHERE identifier_mac IS NOT NULL"),
        ["1"]
    );
}
