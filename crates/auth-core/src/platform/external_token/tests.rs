//! Build services and their answers.

use std::sync::Arc;

use serde_json::json;

use super::*;
use crate::app::proof::assertion::{AssertionSource, WantedAssertion};
use crate::tests::{Script, Step};
use crate::variables::Variables;
use crate::{AzurePipelines, GitHubActions};

fn wanted() -> WantedAssertion {
    WantedAssertion {
        tenant_id: "t".to_owned(),
        client_id: "c".to_owned(),
        token_endpoint: "https://login.example/t/oauth2/v2.0/token".to_owned(),
        now: jiff::Timestamp::UNIX_EPOCH,
    }
}

fn github(script: &Arc<Script>) -> GitHubActions {
    let variables = Variables::of([
        (
            "ACTIONS_ID_TOKEN_REQUEST_URL",
            "https://github.example/job/token?api-version=2.0",
        ),
        ("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "canary"),
    ]);
    let source = GitHubActions::from_variables(&variables).unwrap();
    source.with_transport(Arc::clone(script) as Arc<_>)
}

fn pipelines(script: &Arc<Script>) -> AzurePipelines {
    let variables = Variables::of([
        ("SYSTEM_OIDCREQUESTURI", "https://pipelines.example/oidc"),
        ("SYSTEM_ACCESSTOKEN", "canary"),
    ]);
    let source = AzurePipelines::from_variables(&variables, "connection").unwrap();
    source.with_transport(Arc::clone(script) as Arc<_>)
}

#[tokio::test]
async fn github_is_asked_for_the_audience_of_the_exchange() {
    let script = Script::new([
        Step::Answer(200, json!({"value": "a.b.c"})),
        Step::Answer(200, json!({"value": "d"})),
    ]);
    let token = github(&script).assertion(wanted()).await.unwrap();
    assert_eq!(token.expose_secret(), "a.b.c");
    let uri = script.uri(0);
    assert_eq!(uri.path(), "/job/token");
    assert_eq!(
        uri.query().unwrap(),
        "api-version=2.0&audience=api%3A%2F%2FAzureADTokenExchange"
    );
    assert_eq!(script.header(0, "authorization").unwrap(), "Bearer canary");
    let other = github(&script).with_audience("api://other");
    other.assertion(wanted()).await.unwrap();
    assert!(
        script
            .uri(1)
            .query()
            .unwrap()
            .ends_with("audience=api%3A%2F%2Fother")
    );
}

#[tokio::test]
async fn azure_pipelines_is_asked_for_its_service_connection_and_for_no_page() {
    let script = Script::new([Step::Answer(200, json!({"oidcToken": "a.b.c"}))]);
    let token = pipelines(&script).assertion(wanted()).await.unwrap();
    assert_eq!(token.expose_secret(), "a.b.c");
    let uri = script.uri(0);
    assert_eq!(
        uri.query().unwrap(),
        "api-version=7.1&serviceConnectionId=connection"
    );
    assert_eq!(
        script.header(0, "x-tfs-fedauthredirect").unwrap(),
        "Suppress"
    );
}

#[tokio::test]
async fn a_refusal_is_told_with_what_to_do_and_without_secrets() {
    let step = || {
        Step::HeaderAnswer(
            403,
            "x-vss-e2eid",
            "trace".to_owned(),
            json!({"value": "canary"}),
        )
    };
    let script = Script::new([step(), step()]);
    let errors = [
        (
            github(&script).assertion(wanted()).await.unwrap_err(),
            "id-token: write",
        ),
        (
            pipelines(&script).assertion(wanted()).await.unwrap_err(),
            "SYSTEM_ACCESSTOKEN",
        ),
    ];
    for (error, hint) in errors {
        assert_eq!(error.kind(), ErrorKind::Refused);
        assert!(
            error.to_string().contains("403") && error.to_string().contains("trace"),
            "{error}"
        );
        assert!(error.hint().unwrap().contains(hint), "{error}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}

#[tokio::test]
async fn an_answer_without_a_token_is_an_error_that_shows_nothing() {
    let script = Script::new([
        Step::Answer(200, json!({"oidcToken": "canary"})),
        Step::Page(200, "<title>canary</title>"),
    ]);
    for _ in 0..2 {
        let error = github(&script).assertion(wanted()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}

#[test]
fn outside_of_a_job_the_variables_are_named() {
    let none = Variables::of([]);
    let error = GitHubActions::from_variables(&none).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(
        error.to_string().contains("ACTIONS_ID_TOKEN_REQUEST_TOKEN"),
        "{error}"
    );
    let error = AzurePipelines::from_variables(&none, "").unwrap_err();
    assert!(
        error.to_string().contains("SYSTEM_OIDCREQUESTURI"),
        "{error}"
    );
}

#[test]
fn a_secret_goes_to_https_addresses_only() {
    assert!(safe_address("https://a.example/x?y", "URL").is_ok());
    assert!(safe_address("http://127.0.0.1:1", "URL").is_ok());
    for text in ["http://a.example", "a", ""] {
        let error = safe_address(text, "URL").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
    }
}

#[test]
fn debug_shows_no_token() {
    let script = Script::new([]);
    let shown = format!("{:?} {:?}", github(&script), pipelines(&script));
    assert!(
        shown.contains("AzureADTokenExchange") && shown.contains("connection"),
        "{shown}"
    );
    assert!(!shown.contains("canary"), "{shown}");
}
