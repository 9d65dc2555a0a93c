//! A product of others, from its tables to its answers.

use std::time::Duration;

use serde_json::Value;

use super::GuestProduct;
use crate::testing::Bench;
use crate::{Fault, Sandbox, Service};

const OPERATIONS: &str = r#"[
 {"id": "explain.verdicts.list", "group": "verdicts", "summary": "List verdicts", "method": "GET", "path": "/v1/verdicts",
  "host": "explain", "status": "ga", "permissions": {"application": ["Verdict.Read.All"], "delegated": ["Verdict.Read"]},
  "params": [{"name": "$filter", "place": "query", "type": "string", "required": false}],
  "body_kind": "none", "response": {"status": 200, "kind": "collection", "entity": "Verdict", "list": "value"},
  "paging": {"kind": "next_link"}, "filter_properties": ["state"]},
 {"id": "explain.verdicts.get", "group": "verdicts", "summary": "Get a verdict", "method": "GET", "path": "/v1/verdicts/{verdict_id}",
  "host": "explain", "status": "ga", "permissions": {"application": ["Verdict.Read.All"], "delegated": ["Verdict.Read"]},
  "params": [{"name": "verdict_id", "place": "path", "type": "string", "required": true, "id_of": "Verdict"}],
  "body_kind": "none", "response": {"status": 200, "kind": "entity", "entity": "Verdict"}, "paging": {"kind": "none"}},
 {"id": "explain.verdicts.review", "group": "verdicts", "summary": "Review a verdict", "method": "PATCH", "path": "/v1/verdicts/{verdict_id}",
  "host": "explain", "status": "ga", "permissions": {"application": ["Verdict.ReadWrite.All"], "delegated": []},
  "params": [{"name": "verdict_id", "place": "path", "type": "string", "required": true, "id_of": "Verdict"},
             {"name": "state", "place": "body", "type": "string", "required": true}],
  "body_kind": "json", "response": {"status": 200, "kind": "entity", "entity": "Verdict"}, "paging": {"kind": "none"}},
 {"id": "explain.verdicts.recheck", "group": "verdicts", "summary": "Check again", "method": "POST",
  "path": "/v1/verdicts/{verdict_id}/recheck", "host": "explain", "status": "ga",
  "permissions": {"application": ["Verdict.ReadWrite.All"], "delegated": []},
  "params": [{"name": "verdict_id", "place": "path", "type": "string", "required": true, "id_of": "Verdict"}],
  "body_kind": "none", "response": {"status": 202, "kind": "entity", "entity": "Check"}, "paging": {"kind": "none"},
  "completion": {"ask": "explain.checks.get", "id": ["check_id", "id"], "state": "state",
                 "open": ["Waiting", "Running"], "succeeded": ["Done"], "failed": ["Broken"], "ended": "endDateTime"}},
 {"id": "explain.checks.get", "group": "checks", "summary": "Get a check", "method": "GET", "path": "/v1/checks/{check_id}",
  "host": "explain", "status": "ga", "permissions": {"application": ["Verdict.Read.All"], "delegated": []},
  "params": [{"name": "check_id", "place": "path", "type": "string", "required": true, "id_of": "Check"}],
  "body_kind": "none", "response": {"status": 200, "kind": "entity", "entity": "Check"}, "paging": {"kind": "none"}}
]"#;

const ENTITIES: &str = r#"{"Verdict": {"key": "id", "fields": [
 {"name": "id", "type": "string"}, {"name": "state", "type": "string"}, {"name": "madeDateTime", "type": "datetime"}]},
 "Check": {"key": "id", "fields": [{"name": "id", "type": "string"}, {"name": "state", "type": "string"},
  {"name": "endDateTime", "type": "datetime", "nullable": true}]}}"#;

const EXPLAIN: GuestProduct = GuestProduct::new(
    "explain",
    OPERATIONS,
    ENTITIES,
    "https://api.explain.example",
);

async fn bench() -> (Bench, String) {
    let bench = Bench::with(Sandbox::builder().product(EXPLAIN)).await;
    let scope = "https://api.explain.example/.default";
    let heard = bench.ask_token(&[("scope", scope)]).await;
    let token = heard.body["access_token"].as_str().unwrap().to_owned();
    (bench, format!("Bearer {token}"))
}

#[tokio::test]
async fn its_operations_are_served_with_tokens_of_its_audience() {
    let (bench, token) = bench().await;
    let send = async |method, path: &str, body, token: &str| {
        bench
            .send_as(Service::Guest, method, path, body, token)
            .await
    };
    let listed = send("GET", "/v1/verdicts", None, &token).await;
    assert_eq!(listed.status, 200, "{listed:?}");
    let id = listed.rows()[0]["id"].as_str().unwrap();
    let path = format!("/v1/verdicts/{id}");
    let change = serde_json::json!({"state": "reviewed"});
    assert_eq!(send("PATCH", &path, Some(change), &token).await.status, 200);
    assert_eq!(
        send("GET", &path, None, &token).await.body["state"],
        "reviewed"
    );
    let filter = "/v1/verdicts?$filter=state eq 'reviewed'";
    assert_eq!(send("GET", filter, None, &token).await.rows().len(), 1);

    assert_eq!(send("DELETE", &path, None, &token).await.status, 405);
    assert_eq!(send("GET", "/v1/nothing", None, &token).await.status, 404);
    assert_eq!(
        send("PATCH", &path, Some(serde_json::json!({})), &token)
            .await
            .status,
        400
    );
    let foreign = format!("Bearer {}", bench.token(Service::Graph).await);
    assert_eq!(send("GET", &path, None, &foreign).await.status, 401);
}

#[tokio::test]
async fn its_actions_go_from_word_to_word_and_end_as_its_tables_say() {
    let (bench, token) = bench().await;
    let send = async |method, path: &str| {
        bench
            .send_as(Service::Guest, method, path, None, &token)
            .await
    };
    let listed = send("GET", "/v1/verdicts").await;
    let verdict = listed.rows()[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/v1/verdicts/{verdict}/recheck");
    let fault = Fault::on("explain.verdicts.recheck").action_ends("Broken");
    for end in ["Done", "Broken"] {
        if end == "Broken" {
            bench.sandbox.fault(fault.clone());
        }
        let begun = send("POST", &path).await;
        assert_eq!(
            (begun.status, &begun.body["state"]),
            (202, &"Waiting".into())
        );
        let look = format!("/v1/checks/{}", begun.body["id"].as_str().unwrap());
        assert_eq!(send("GET", &look).await.body["state"], "Waiting");
        bench.sandbox.advance(Duration::from_secs(40));
        let running = send("GET", &look).await.body;
        assert_eq!(
            (&running["state"], &running["endDateTime"]),
            (&"Running".into(), &Value::Null)
        );
        bench.sandbox.advance(Duration::from_secs(60));
        let over = send("GET", &look).await.body;
        assert_eq!(over["state"], end);
        assert!(over["endDateTime"].is_string(), "{over}");
    }
    assert_eq!(send("POST", "/v1/verdicts/none/recheck").await.status, 404);
}

#[tokio::test]
async fn its_address_is_among_the_variables() {
    let (bench, _) = bench().await;
    let variables = bench.sandbox.environment();
    let own = (
        "DEFENDER_ENDPOINT_EXPLAIN",
        bench.sandbox.url(Service::Guest),
    );
    assert!(variables.contains(&own), "{variables:?}");
    let plain = Bench::new().await;
    let variables = plain.sandbox.environment();
    assert!(variables.iter().all(|(name, _)| *name != own.0));
    let unknown = plain
        .send_as(Service::Guest, "GET", "/v1/verdicts", None, "")
        .await;
    assert_eq!(unknown.status, 404);
}

#[tokio::test]
async fn tables_that_cannot_be_read_are_an_error_that_names_them() {
    for (product, word) in [
        (GuestProduct::new("broken", "{}", "{}", "a"), "broken"),
        (GuestProduct::new("mde", "[]", "{}", "a"), "taken"),
    ] {
        let error = Sandbox::builder()
            .product(product)
            .start()
            .await
            .unwrap_err();
        assert!(error.to_string().contains(word), "{error}");
    }
}
