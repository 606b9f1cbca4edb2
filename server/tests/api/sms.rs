//! Codes by text message.

use postern_api::{FieldViolationCode, Method, ProblemKind, ProblemType, Step};

use crate::helpers::{PersonBuilder, TestApp};

const NUMBER: &str = "+12025550101";

async fn portal() -> TestApp {
    TestApp::new()
        .with(PersonBuilder::named("ada").with_mobile(NUMBER))
        .build()
        .await
}

#[tokio::test]
async fn a_texted_code_and_an_authenticator_code_are_two_classes() {
    let app = portal().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.pass_text_gate(&app, NUMBER).await;
    browser
        .submit_totp(&app.totp())
        .await
        .assert_step(&Step::NewPassword);
    browser.set_password("a lighthouse in the fog").await.state();
}

#[tokio::test]
async fn somebody_without_a_recovery_address_resets_with_number_and_app() {
    let app = TestApp::new()
        .with(
            PersonBuilder::named("ada")
                .without_mail()
                .with_mobile(NUMBER)
                .speaking("ar"),
        )
        .build()
        .await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.pass_text_gate(&app, NUMBER).await;
    browser
        .submit_totp(&app.totp())
        .await
        .assert_step(&Step::NewPassword);
    assert_eq!(app.texts()[0].locale, "ar");
}

#[tokio::test]
async fn a_texted_code_and_a_mailed_code_are_two_classes() {
    let app = portal().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.pass_mail_gate(&app, "ada").await;
    browser.pass_text_gate(&app, NUMBER).await;
    browser.state().await.assert_step(&Step::NewPassword);
}

#[tokio::test]
async fn s_22_two_numbers_are_one_class() {
    let app = TestApp::new()
        .with(
            PersonBuilder::named("ada")
                .with_mobile(NUMBER)
                .with_mobile("+12025550102"),
        )
        .build()
        .await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.pass_text_gate(&app, NUMBER).await;
    browser
        .send_text("+12025550102")
        .await
        .assert_problem(ProblemType::StepOutOfOrder);
}

#[tokio::test]
async fn every_human_spelling_of_the_number_reaches_it() {
    for spelling in [
        "+12025550101",
        "+1 202 555 0101",
        "+1 (202) 555-0101",
        "001 202 555 0101 ",
        "(202) 555-0101",
        "202.555.0101",
        "1-202-555-0101",
        "011 1 202 555 0101",
        "+1\u{a0}202\u{2011}555\u{2011}0101",
        "\u{202a}+1 202 555 0101\u{202c}",
        "+١ ٢٠٢ ٥٥٥ ٠١٠١",
        "＋１２０２５５５０１０１",
    ] {
        let app = portal().await;
        let browser = app.browser();
        browser.start_reset("ada@demo.example").await.state();
        let answer = browser.send_text(spelling).await;
        if spelling.starts_with("00") {
            // The United States dial 011 in front of a country code, not 00.
            answer.assert_problem(ProblemType::FieldsRejected);
            continue;
        }
        answer.assert_verify();
        app.run_jobs().await;
        assert_eq!(app.texts().len(), 1, "{spelling:?}");
    }
}

#[tokio::test]
async fn what_no_text_can_reach_is_refused_beside_the_field() {
    let app = portal().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    for (typed, code) in [
        ("", FieldViolationCode::Empty),
        ("call me", FieldViolationCode::NotAPhoneNumber),
        ("+1 202 555 010", FieldViolationCode::NotAPhoneNumber),
        ("+1 800 555 0101", FieldViolationCode::NotAPhoneNumber),
        ("+1 900 555 0101", FieldViolationCode::NotAPhoneNumber),
        ("1-800-FLOWERS", FieldViolationCode::NotAPhoneNumber),
        ("+1 202 555 0101 ext. 7", FieldViolationCode::NotAPhoneNumber),
        ("112", FieldViolationCode::NotAPhoneNumber),
    ] {
        let answer = browser.send_text(typed).await;
        let ProblemKind::FieldsRejected { violations } = answer.assert_problem(ProblemType::FieldsRejected)
        else {
            unreachable!()
        };
        assert_eq!(violations[0].pointer, "/target");
        assert_eq!(violations[0].code, code, "{typed:?}");
    }
    let endless = browser.send_text(&"2".repeat(65)).await;
    endless.assert_problem(ProblemType::FieldsRejected);
}

#[tokio::test]
async fn law_3_only_the_registered_number_receives_anything_and_a_decoy_is_written_all_the_same() {
    let app = portal().await;
    for identifier in ["ada@demo.example", "nobody@demo.example"] {
        let browser = app.browser();
        browser.start_reset(identifier).await.state();
        let before = app.texter.renders();
        browser.send_text("+1 202 555 0199").await.assert_verify();
        app.run_jobs().await;
        assert_eq!(app.texter.renders(), before + 1, "{identifier}");
        for code in ["000000", "123456"] {
            browser
                .submit_texted(code)
                .await
                .assert_problem(ProblemType::ChallengeFailed);
        }
    }
    assert!(app.texts().is_empty());
}

#[tokio::test]
async fn law_3_an_account_that_may_not_reset_gets_one_notice_a_day_at_its_own_number() {
    let app = TestApp::new()
        .with(PersonBuilder::named("gus").with_mobile(NUMBER).disabled())
        .build()
        .await;
    for _ in 0..2 {
        let browser = app.browser();
        browser.start_reset("gus@demo.example").await.state();
        browser.send_text(NUMBER).await.assert_verify();
        app.run_jobs().await;
    }
    let texts = app.texts();
    assert_eq!(texts.len(), 1);
    assert!(matches!(
        texts[0].content,
        postern_server::domain::message::TextContent::ResetRefused { .. }
    ));
}

#[tokio::test]
async fn a_texted_code_lives_five_minutes() {
    let app = portal().await;
    for (wait, accepted) in [(299, true), (300, false)] {
        let browser = app.browser();
        browser.start_reset("ada@demo.example").await.state();
        browser.send_text(NUMBER).await.assert_verify();
        app.run_jobs().await;
        app.advance(wait);
        let answer = browser.submit_texted(&app.texted_code(NUMBER)).await;
        if accepted {
            answer.state();
        } else {
            answer.assert_problem(ProblemType::ChallengeMissing);
        }
    }
}

#[tokio::test]
async fn a_gateway_that_is_down_holds_up_no_mail_and_loses_nothing() {
    let app = portal().await;
    app.texter.set_down(true);
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_text(NUMBER).await.assert_verify();
    app.run_jobs().await;
    assert!(app.texts().is_empty());
    app.texter.set_down(false);
    app.advance(6);
    app.run_jobs().await;
    browser.submit_texted(&app.texted_code(NUMBER)).await.state();
}

#[tokio::test]
async fn a_code_that_was_mailed_is_no_texted_code() {
    let app = portal().await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_code("ada@home.example").await.assert_verify();
    app.run_jobs().await;
    let (code, _) = app.code_for("ada@home.example");
    browser
        .submit_texted(&code)
        .await
        .assert_problem(ProblemType::ChallengeMissing);
}

#[tokio::test]
async fn s_37_numbers_outside_the_countries_on_the_list_get_nothing() {
    let app = TestApp::new()
        .setting("methods.sms.countries", "DE")
        .with(PersonBuilder::named("ada").with_mobile(NUMBER))
        .build()
        .await;
    let browser = app.browser();
    browser.start_reset("ada@demo.example").await.state();
    browser.send_text(NUMBER).await.assert_verify();
    app.run_jobs().await;
    assert!(app.texts().is_empty());
}

#[tokio::test]
async fn a_portal_without_a_gateway_offers_no_texts() {
    let app = TestApp::new()
        .setting("methods.sms.enabled", "false")
        .with(PersonBuilder::named("ada").with_mobile(NUMBER))
        .build()
        .await;
    let browser = app.browser();
    let state = browser.start_reset("ada@demo.example").await.state();
    assert!(state.offers.iter().all(|offer| offer.method != Method::Sms));
    browser
        .send_text(NUMBER)
        .await
        .assert_problem(ProblemType::MethodNotAllowed);
}
