//! A product of a third party, from its tables to its responses.

use std::time::Duration;

use serde_json::{Value, json};

use super::GuestProduct;
use crate::tests::testing::{Bench, TestResponse};
use crate::{Application, Fault, Sandbox, Service};

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
 {"id": "explain.scans.start", "group": "scans", "summary": "Start a scan", "method": "POST", "path": "/v1/verdicts/{verdict_id}/scan",
  "host": "explain", "status": "ga", "permissions": {"application": ["Scan.Start.All"], "delegated": []},
  "limits": [{"calls": 2, "seconds": 60}],
  "params": [{"name": "verdict_id", "place": "path", "type": "string", "required": true, "id_of": "Verdict"},
             {"name": "reason", "place": "body", "type": "string", "required": true}],
  "body_kind": "json", "response": {"status": 202, "kind": "entity", "entity": "Started"}, "paging": {"kind": "none"},
  "completion": {"ask": "explain.scans.get", "id": ["scan_id", "scanId"], "state": "state", "open": ["queued", "running"],
                 "succeeded": ["done"], "failed": ["broken"], "ended": "endDateTime"}},
 {"id": "explain.scans.cancel", "group": "scans", "summary": "Cancel a scan", "method": "POST", "path": "/v1/scans/{scan_id}/cancel",
  "host": "explain", "status": "ga", "permissions": {"application": ["Scan.Start.All"], "delegated": []},
  "params": [{"name": "scan_id", "place": "path", "type": "string", "required": true, "id_of": "Scan"}],
  "body_kind": "none", "response": {"status": 204, "kind": "empty"}, "paging": {"kind": "none"},
  "completion": {"ask": "explain.scans.get", "id": ["scan_id", "scanId"], "state": "state", "open": ["cancelling"],
                 "succeeded": ["cancelled"], "failed": ["done", "broken"]}},
 {"id": "explain.scans.get", "group": "scans", "summary": "Get a scan", "method": "GET", "path": "/v1/scans/{scan_id}",
  "host": "explain", "status": "ga", "permissions": {"application": ["Scan.Read.All"], "delegated": []},
  "params": [{"name": "scan_id", "place": "path", "type": "string", "required": true, "id_of": "Scan"}],
  "body_kind": "none", "response": {"status": 200, "kind": "entity", "entity": "Scan"}, "paging": {"kind": "none"}},
 {"id": "explain.scans.list", "group": "scans", "summary": "List scans", "method": "GET", "path": "/v1/scans",
  "host": "explain", "status": "ga", "permissions": {"application": ["Scan.Read.All"], "delegated": []},
  "params": [{"name": "skip", "place": "query", "type": "int32", "required": false},
             {"name": "limit", "place": "query", "type": "int32", "required": false}],
  "body_kind": "none", "response": {"status": 200, "kind": "collection", "entity": "Scan", "list": "scans"},
  "paging": {"kind": "skip_limit"}}
]"#;

const LOST: &str = r#"[{"id": "lost.things.list", "method": "GET", "path": "/v1/things", "host": "lost", "permissions": {},
  "body_kind": "none", "response": {"status": 200, "kind": "collection", "entity": "Lost"}, "paging": {"kind": "none"}}]"#;

const ENTITIES: &str = r#"{"Verdict": {"key": "id", "fields": [
 {"name": "id", "type": "string"}, {"name": "state", "type": "string"}, {"name": "madeDateTime", "type": "datetime"}]},
 "Scan": {"key": "id", "fields": [{"name": "id", "type": "guid"}, {"name": "reason", "type": "string"},
 {"name": "state", "type": "string"}, {"name": "endDateTime", "type": "datetime", "nullable": true}]},
 "Started": {"fields": [{"name": "scanId", "type": "guid"}]}}"#;

const EXPLAIN: GuestProduct = GuestProduct::new(
    "explain",
    OPERATIONS,
    ENTITIES,
    "https://api.explain.example",
);

/// An emulator of the product, and a client with a token of its audience.
struct Guest {
    bench: Bench,
    token: String,
}

impl Guest {
    async fn start(builder: crate::Builder) -> Guest {
        let bench = Bench::with(builder.product(EXPLAIN)).await;
        let scope = "https://api.explain.example/.default";
        let response = bench.ask_token(&[("scope", scope)]).await;
        let token = response.body["access_token"].as_str().unwrap().to_owned();
        Guest { bench, token }
    }

    async fn send(&self, method: &str, path: &str, body: Option<Value>) -> TestResponse {
        let authorization = format!("Bearer {}", self.token);
        self.bench
            .send_as(Service::Guest, method, path, body, &authorization)
            .await
    }

    async fn get(&self, path: &str) -> TestResponse {
        self.send("GET", path, None).await
    }

    /// Starts a scan of the first verdict and returns its id.
    async fn scan(&self) -> String {
        let id = self.get("/v1/verdicts").await.rows()[0]["id"].clone();
        let path = format!("/v1/verdicts/{}/scan", id.as_str().unwrap());
        let started = self
            .send("POST", &path, Some(json!({"reason": "test"})))
            .await;
        assert_eq!(started.status, 202, "{started:?}");
        started.body["scanId"].as_str().unwrap().to_owned()
    }

    async fn state(&self, scan: &str) -> Value {
        self.get(&format!("/v1/scans/{scan}")).await.body["state"].clone()
    }
}

async fn bench() -> (Bench, String) {
    let guest = Guest::start(Sandbox::builder()).await;
    let token = format!("Bearer {}", guest.token);
    (guest.bench, token)
}

#[tokio::test(start_paused = true)]
async fn lists_have_pages() {
    let guest = Guest::start(Sandbox::builder().page_size(5)).await;
    let first = guest.get("/v1/verdicts").await;
    assert_eq!(first.rows().len(), 5);
    let next = first.body["@odata.nextLink"].as_str().unwrap();
    let second = guest.get(next).await;
    assert_eq!(second.rows().len(), 5);
    assert_ne!(first.rows()[0]["id"], second.rows()[0]["id"]);

    let scans = guest.get("/v1/scans?skip=10&limit=5").await;
    assert_eq!(scans.body["scans"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&scans.body["hasNext"], &scans.body["total"]),
        (&json!(false), &json!(12))
    );
    assert_eq!(guest.get("/v1/scans").await.body["hasNext"], true);
    assert_eq!(guest.get("/v1/scans?limit=many").await.status, 400);
}

#[tokio::test(start_paused = true)]
async fn an_action_is_accepted_runs_and_ends() {
    let guest = Guest::start(Sandbox::builder()).await;
    let scan = guest.scan().await;
    assert_eq!(guest.state(&scan).await, "queued");
    guest.bench.sandbox.advance(Duration::from_secs(30));
    assert_eq!(guest.state(&scan).await, "running");
    guest.bench.sandbox.advance(Duration::from_secs(30));
    let ended = guest.get(&format!("/v1/scans/{scan}")).await;
    assert_eq!(
        (&ended.body["state"], &ended.body["reason"]),
        (&json!("done"), &json!("test"))
    );
    assert!(ended.body["endDateTime"].is_string(), "{ended:?}");
}

#[tokio::test(start_paused = true)]
async fn an_action_is_cancelled_or_ends_as_a_fault_says() {
    let guest = Guest::start(Sandbox::builder()).await;
    let scan = guest.scan().await;
    let path = format!("/v1/scans/{scan}/cancel");
    assert_eq!(guest.send("POST", &path, None).await.status, 204);
    guest.bench.sandbox.advance(Duration::from_secs(120));
    assert_eq!(guest.state(&scan).await, "cancelled");

    let fault = Fault::on("explain.scans.start").action_ends("broken");
    guest.bench.sandbox.fault(fault);
    let scan = guest.scan().await;
    guest.bench.sandbox.advance(Duration::from_secs(120));
    assert_eq!(guest.state(&scan).await, "broken");
}

#[tokio::test(start_paused = true)]
async fn permissions_limits_faults_and_the_log_apply() {
    let reader = Application::new("reader", "secret").roles(["Verdict.Read.All"]);
    let guest = Guest::start(Sandbox::builder().application(reader)).await;
    let scope = "https://api.explain.example/.default";
    let form = [
        ("scope", scope),
        ("client_id", "reader"),
        ("client_secret", "secret"),
    ];
    let token = guest.bench.ask_token(&form).await.body["access_token"].clone();
    let denied = guest
        .bench
        .send_as(
            Service::Guest,
            "GET",
            "/v1/scans",
            None,
            &format!("Bearer {}", token.as_str().unwrap()),
        )
        .await;
    assert_eq!(denied.status, 403);
    let message = denied.body["error"]["message"].as_str().unwrap();
    assert!(message.contains("Scan.Read.All"), "{message}");

    guest.scan().await;
    guest.scan().await;
    let id = guest.get("/v1/verdicts").await.rows()[0]["id"].clone();
    let path = format!("/v1/verdicts/{}/scan", id.as_str().unwrap());
    let third = guest
        .send("POST", &path, Some(json!({"reason": "test"})))
        .await;
    assert_eq!(third.status, 429);
    assert!(!third.header("retry-after").is_empty());

    guest
        .bench
        .sandbox
        .fault(Fault::on("explain.verdicts.list").status(503));
    assert_eq!(guest.get("/v1/verdicts").await.status, 503);
    let requests = guest.bench.sandbox.requests("explain.scans.start");
    let statuses: Vec<_> = requests.iter().map(|request| request.status).collect();
    assert_eq!(statuses, [202, 202, 429]);
    assert_eq!(requests[0].json()["reason"], "test");
}

#[tokio::test(start_paused = true)]
async fn a_guest_of_another_emulator_is_unknown() {
    let _other = Guest::start(Sandbox::builder()).await;
    let plain = Bench::new().await;
    let scope = "https://api.explain.example/.default";
    let refused = plain.ask_token(&[("scope", scope)]).await;
    assert_eq!(refused.body["error"], "invalid_resource");
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
        (GuestProduct::new("mde", "[]", "{}", "a"), "the vendor has"),
        (
            GuestProduct::new("other", OPERATIONS, ENTITIES, "a"),
            "`other.`",
        ),
        (GuestProduct::new("lost", LOST, "{}", "a"), "`Lost`"),
    ] {
        let error = Sandbox::builder()
            .product(product)
            .start()
            .await
            .unwrap_err();
        assert!(error.to_string().contains(word), "{error}");
    }
}

#[tokio::test]
async fn a_name_has_one_set_of_tables() {
    let named = |audience| GuestProduct::new("once", "[]", "{}", audience);
    for (audience, word) in [("a", ""), ("a", ""), ("b", "another product")] {
        let outcome = Sandbox::builder().product(named(audience)).start().await;
        let text = outcome.err().map(|error| error.to_string());
        assert!(text.unwrap_or_default().contains(word), "{audience}");
    }
}
