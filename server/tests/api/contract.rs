//! Generated documents are committed and proved fresh; every operation stands in the tables that
//! it has to stand in.

use std::fs;

use postern_api::paths;
use postern_server::http::openapi;

use crate::helpers::WORKSPACE;

/// Reads a committed document.
fn committed(path: &str) -> String {
    fs::read_to_string(format!("{WORKSPACE}/docs/reference/{path}")).unwrap_or_default()
}

#[test]
fn the_committed_openapi_document_is_fresh() {
    assert!(
        committed("openapi.json") == openapi::document(),
        "run `cargo xtask openapi` and commit the result"
    );
}

#[test]
fn the_committed_list_of_problems_is_fresh() {
    assert!(
        committed("problems.md") == openapi::problems_markdown(),
        "run `cargo xtask openapi` and commit the result"
    );
}

#[test]
fn the_document_tells_scripts_to_send_origin_and_is_openapi_3_1() {
    let document: serde_json::Value = serde_json::from_str(&openapi::document()).unwrap();
    assert_eq!(
        document["openapi"].as_str().map(|version| &version[..3]),
        Some("3.1")
    );
    assert!(
        document["info"]["description"]
            .as_str()
            .unwrap()
            .contains("Scripts must send `Origin`")
    );
}

#[test]
fn every_address_of_the_contract_is_an_operation_and_the_other_way_round() {
    let mut documented: Vec<String> = openapi::operations().into_iter().map(|(_, path)| path).collect();
    documented.sort();
    documented.dedup();
    let mut contract = vec![
        paths::SITE,
        paths::PROOF_OF_WORK,
        paths::RESET_SESSIONS,
        paths::RESET_SESSION,
        paths::RESET_CHALLENGES,
        paths::RESET_ATTEMPTS,
        paths::RESET_LINK_CHECKS,
        paths::RESET_LINK_ATTEMPTS,
        paths::RESET_EXTENSIONS,
        paths::RESET_HELP_REQUESTS,
        paths::RESET_PASSWORD,
        paths::RESET_PURPOSE,
        paths::RESET_UNLOCK,
    ];
    contract.sort_unstable();
    assert_eq!(documented, contract);
}

#[test]
fn requests_refuse_unknown_members_in_the_document_too() {
    let document: serde_json::Value = serde_json::from_str(&openapi::document()).unwrap();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for request in [
        "StartReset",
        "SendCode",
        "SubmitCode",
        "SubmitLink",
        "SetPassword",
        "RequestHelp",
    ] {
        assert_eq!(
            schemas[request]["additionalProperties"],
            serde_json::json!(false),
            "{request}"
        );
    }
}
