//! The steps of a request: verbs, limits, faults, pages, the log.

use std::time::Duration;

use serde_json::{Value, json};

use crate::tests::testing::Bench;
use crate::{Fault, Sandbox, Service};

#[tokio::test(start_paused = true)]
async fn wrong_verbs_and_paths() {
    let bench = Bench::new().await;
    let response = bench
        .send(Service::Mde, "DELETE", "/api/alerts", None)
        .await;
    assert_eq!((response.status, response.header("allow")), (405, "GET"));
    assert_eq!(bench.get(Service::Mde, "/api/alert").await.status, 404);
    assert_eq!(
        bench
            .get(Service::Mde, "/v1.0/security/alerts_v2")
            .await
            .status,
        404
    );
    let nowhere = axum::http::Request::get("http://127.0.0.1:1/api/alerts")
        .body(Vec::new())
        .unwrap();
    assert_eq!(bench.sandbox.call(nowhere).await.status(), 421);
}

#[tokio::test(start_paused = true)]
async fn every_answer_has_ids_and_the_virtual_date() {
    let bench = Bench::with(Sandbox::builder().now("2026-03-01T00:00:00Z".parse().unwrap())).await;
    let response = bench.get(Service::Mde, "/api/alerts/none").await;
    assert_eq!(response.header("date"), "Sun, 01 Mar 2026 00:00:00 GMT");
    assert_eq!(
        response.body["error"]["target"],
        response.header("x-ms-request-id")
    );
    let token = bench.token(Service::Graph).await;
    let request = axum::http::Request::get(format!(
        "{}/v1.0/security/incidents",
        bench.sandbox.url(Service::Graph)
    ))
    .header("authorization", format!("Bearer {token}"))
    .header("client-request-id", "my-id")
    .body(Vec::new())
    .unwrap();
    assert_eq!(
        bench.sandbox.call(request).await.headers()["client-request-id"],
        "my-id"
    );
}

#[tokio::test(start_paused = true)]
async fn the_hundred_and_first_call_waits() {
    let bench = Bench::with(Sandbox::builder()).await;
    for _ in 0..100 {
        assert_eq!(
            bench
                .get(Service::Mde, "/api/investigations?$top=1")
                .await
                .status,
            200
        );
    }
    let response = bench.get(Service::Mde, "/api/investigations?$top=1").await;
    assert_eq!(response.status, 429);
    assert!(
        response.body["error"]["message"]
            .as_str()
            .unwrap()
            .contains("maximum allowed 100 per 00:01:00")
    );
    let wait: u64 = response.header("retry-after").parse().unwrap();
    assert_eq!(
        bench
            .get(Service::Mde, "/api/indicators?$top=1")
            .await
            .status,
        200,
        "budgets are per operation"
    );
    tokio::time::advance(Duration::from_secs(wait)).await;
    assert_eq!(
        bench
            .get(Service::Mde, "/api/investigations?$top=1")
            .await
            .status,
        200
    );
}

#[tokio::test(start_paused = true)]
async fn cloud_apps_share_one_budget() {
    let bench = Bench::with(Sandbox::builder()).await;
    for call in 0..30 {
        let path = if call % 2 == 0 {
            "/api/v1/alerts/"
        } else {
            "/api/v1/entities/"
        };
        assert_eq!(bench.get(Service::Mdca, path).await.status, 200);
    }
    let legacy = format!("Token {}", bench.sandbox.mdca_api_token());
    let response = bench
        .send_as(Service::Mdca, "GET", "/api/v1/files/", None, &legacy)
        .await;
    assert_eq!(response.status, 429, "whoever calls");
    assert!(
        response.body["error"]["message"]
            .as_str()
            .unwrap()
            .contains("seconds")
    );
}

#[tokio::test(start_paused = true)]
async fn mde_pages_by_links_unless_top_is_sent() {
    let bench = Bench::with(Sandbox::builder().limits(false).page_size(200)).await;
    let mut path = "/api/machines?$filter=osPlatform ne 'x'".to_owned();
    let mut ids = std::collections::BTreeSet::new();
    let mut pages = 0;
    loop {
        let response = bench.get(Service::Mde, &path).await;
        ids.extend(response.rows().iter().map(|row| row["id"].to_string()));
        pages += 1;
        match response.body["@odata.nextLink"].as_str() {
            Some(link) => {
                assert!(link.contains("$filter=osPlatform%20ne%20'x'"), "{link}");
                path = link.to_owned();
            }
            None => break,
        }
    }
    assert_eq!((pages, ids.len()), (3, 500));
    let response = bench
        .get(Service::Mde, "/api/machines?$top=10&$skip=495")
        .await;
    assert_eq!(response.rows().len(), 5);
    let response = bench.get(Service::Mde, "/api/machines?$top=10").await;
    assert!(response.body.get("@odata.nextLink").is_none());
}

#[tokio::test(start_paused = true)]
async fn graph_pages_with_tokens_and_keeps_top() {
    let bench = Bench::new().await;
    let first = bench
        .get(
            Service::Graph,
            "/v1.0/security/alerts_v2?$top=120&$count=true",
        )
        .await;
    assert_eq!(
        (first.rows().len(), &first.body["@odata.count"]),
        (120, &300.into())
    );
    let link = first.body["@odata.nextLink"].as_str().unwrap();
    assert!(
        link.contains("$skiptoken=") && link.contains("$top=120"),
        "{link}"
    );
    let second = bench.get(Service::Graph, link).await;
    assert_ne!(first.rows()[0]["id"], second.rows()[0]["id"]);
    assert_eq!(
        bench
            .get(Service::Graph, "/v1.0/security/alerts_v2?$skip=501")
            .await
            .status,
        400
    );
    assert_eq!(
        bench
            .get(Service::Graph, "/v1.0/security/incidents?$top=51")
            .await
            .status,
        400
    );
    assert_eq!(
        bench
            .get(Service::Xdr, "/api/incidents?$top=101")
            .await
            .status,
        400
    );
}

#[tokio::test(start_paused = true)]
async fn filters_are_refused_in_the_documented_shape() {
    let bench = Bench::new().await;
    for query in [
        "$filter=severity eq",
        "$filter=title eq 'x'",
        "$stop=1",
        "$top=x",
        "$expand=nothing",
    ] {
        let response = bench
            .get(Service::Mde, &format!("/api/alerts?{query}"))
            .await;
        assert_eq!(response.status, 400, "{query}");
        assert_eq!(response.body["error"]["code"], "", "{query}");
        assert!(
            response.body["error"]["message"]
                .as_str()
                .unwrap()
                .starts_with("The query specified in the URI is not valid.")
        );
    }
    let response = bench
        .get(
            Service::Graph,
            "/v1.0/security/alerts_v2?$filter=title eq 'x'",
        )
        .await;
    assert!(response.body["error"]["innerError"]["request-id"].is_string());
}

#[tokio::test(start_paused = true)]
async fn evidence_comes_when_asked_for() {
    let bench = Bench::new().await;
    let plain = bench.get(Service::Mde, "/api/alerts?$top=1").await;
    assert_eq!(plain.rows()[0]["evidence"], json!([]));
    let expanded = bench
        .get(Service::Mde, "/api/alerts?$top=1&$expand=evidence")
        .await;
    assert!(
        !expanded.rows()[0]["evidence"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[tokio::test(start_paused = true)]
async fn scripted_answers() {
    let bench = Bench::new().await;
    let sandbox = &bench.sandbox;
    sandbox.fault(
        Fault::on("mde.alerts.list")
            .nth(2)
            .status(503)
            .retry_after(7),
    );
    let statuses = [
        bench.get(Service::Mde, "/api/alerts").await,
        bench.get(Service::Mde, "/api/alerts").await,
    ];
    assert_eq!(
        (
            statuses[0].status,
            statuses[1].status,
            statuses[1].header("retry-after")
        ),
        (200, 503, "7")
    );

    sandbox.fault(Fault::on("mde.alerts.list").html_502());
    let page = bench.get(Service::Mde, "/api/alerts").await;
    assert!(page.status == 502 && page.bytes.starts_with(b"<html>"));

    sandbox.fault(
        Fault::on("mde.alerts.list")
            .status(429)
            .retry_after_date(Duration::from_secs(90)),
    );
    let dated = bench.get(Service::Mde, "/api/alerts").await;
    let at = |name: &str| httpdate::parse_http_date(dated.header(name)).unwrap();
    assert_eq!(
        at("retry-after").duration_since(at("date")).unwrap(),
        Duration::from_secs(90)
    );

    sandbox.fault(Fault::on("mde.alerts.list").expire_token());
    let refused = bench.get(Service::Mde, "/api/alerts").await;
    assert!(refused.status == 401 && refused.header("www-authenticate").contains("invalid_token"));

    sandbox.fault(Fault::on("mde.alerts.list").truncate(50));
    let part = bench.get(Service::Mde, "/api/alerts").await;
    assert!(part.cut && part.bytes.len() == 50);

    sandbox.fault(Fault::on("mde.alerts.list").empty_body());
    let empty = bench.get(Service::Mde, "/api/alerts").await;
    assert!(empty.status == 200 && empty.bytes.is_empty());

    sandbox.fault(Fault::on("token").status(500).body("not json"));
    let token = bench.ask_token(&[]).await;
    assert_eq!(
        (token.status, token.bytes.as_slice()),
        (500, b"not json".as_slice())
    );

    sandbox.fault(Fault::on("mde.alerts.list").delay(Duration::from_secs(5)));
    let before = tokio::time::Instant::now();
    bench.get(Service::Mde, "/api/alerts").await;
    assert_eq!(before.elapsed(), Duration::from_secs(5));
}

#[tokio::test(start_paused = true)]
async fn the_log_holds_what_came() {
    let bench = Bench::new().await;
    bench
        .get(Service::Mde, "/api/alerts?$filter=severity eq 'High'")
        .await;
    let received = bench.sandbox.requests("mde.alerts.list");
    assert_eq!(received.len(), 1);
    assert_eq!(
        received[0].query("$filter").as_deref(),
        Some("severity eq 'High'")
    );
    assert!(
        received[0]
            .header("authorization")
            .unwrap()
            .starts_with("Bearer ")
    );
    assert_eq!(received[0].status, 200);
    let shown = format!(
        "{received:?} {:?} {:?}",
        bench.sandbox,
        bench.sandbox.requests("token")
    );
    assert!(
        !shown.contains("Bearer") && !shown.contains("client_secret="),
        "{shown}"
    );
    assert_eq!(bench.sandbox.requests("token").len(), 1);
    bench.get(Service::Mde, "/api/nothing").await;
    assert_eq!(bench.sandbox.requests("unmatched")[0].status, 404);
}

#[tokio::test(start_paused = true)]
async fn large_answers_are_packed_when_the_client_can_unpack() {
    let bench = Bench::new().await;
    let token = bench.token(Service::Mde).await;
    let ask = |accepts: &'static str| {
        axum::http::Request::get(format!("{}/api/alerts", bench.sandbox.url(Service::Mde)))
            .header("authorization", format!("Bearer {token}"))
            .header("accept-encoding", accepts)
            .body(Vec::new())
            .unwrap()
    };
    let packed = bench.sandbox.call(ask("gzip, br")).await;
    assert_eq!(packed.headers()["content-encoding"], "gzip");
    let mut text = String::new();
    let mut decoder = flate2::read::GzDecoder::new(packed.body().as_slice());
    std::io::Read::read_to_string(&mut decoder, &mut text).unwrap();
    let plain = bench.sandbox.call(ask("gzip;q=0")).await;
    assert_eq!(text.as_bytes(), plain.body().as_slice());
}

#[tokio::test(start_paused = true)]
async fn mounted_services_share_identity_faults_and_log() {
    use axum::routing::get;
    async fn hello(
        caller: axum::Extension<crate::Caller>,
    ) -> ([(&'static str, &'static str); 1], String) {
        let body: Value = json!({"app": caller.client_id, "value": [{}]});
        ([("content-type", "application/json")], body.to_string())
    }
    let router = axum::Router::new().route("/api/mdo/things", get(hello));
    let bench = Bench::with(Sandbox::builder().mount("/api/mdo", router)).await;
    let denied = bench
        .send_as(Service::Mde, "GET", "/api/mdo/things", None, "")
        .await;
    assert_eq!(denied.status, 401);
    let response = bench.get(Service::Mde, "/api/mdo/things").await;
    assert_eq!(
        (response.status, &response.body["app"]),
        (200, &bench.sandbox.client_id().into())
    );
    bench.sandbox.fault(Fault::on("/api/mdo").unknown_fields());
    assert!(bench.get(Service::Mde, "/api/mdo/things").await.body["undocumentedText"].is_string());
    assert_eq!(bench.sandbox.requests("/api/mdo").len(), 3);
}
