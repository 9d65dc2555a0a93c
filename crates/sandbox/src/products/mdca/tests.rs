//! Defender for Cloud Apps.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::Service;
use crate::tests::testing::{Bench, TestResponse};

async fn post(bench: &Bench, path: &str, body: Value) -> TestResponse {
    bench.send(Service::Mdca, "POST", path, Some(body)).await
}

#[tokio::test(start_paused = true)]
async fn lists_page_by_skip_and_limit() {
    let bench = Bench::new().await;
    let mut seen = BTreeSet::new();
    let mut skip = 0;
    loop {
        let page = post(
            &bench,
            "/api/v1/activities/",
            json!({"skip": skip, "limit": 1000}),
        )
        .await;
        assert!(page.rows().len() <= 100, "a larger limit is cut");
        skip += page.rows().len();
        seen.extend(page.rows().iter().map(|row| row["_id"].to_string()));
        if page.body["hasNext"] == false {
            break;
        }
    }
    assert_eq!((seen.len(), skip), (240, 240));
    let filters = crate::tests::testing::encode(&json!({"severity": {"eq": [2]}}).to_string());
    let page = bench
        .get(
            Service::Mdca,
            &format!("/api/v1/alerts/?filters={filters}&limit=5"),
        )
        .await;
    assert!(page.rows().len() == 5 && page.rows().iter().all(|row| row["severityValue"] == 2));
}

#[tokio::test(start_paused = true)]
async fn a_scan_hands_out_the_filters_of_its_next_page() {
    let bench = Bench::new().await;
    let mut filters = json!({"service": {"neq": [11161]}});
    let mut seen = BTreeSet::new();
    let mut rows = 0;
    loop {
        let page = post(
            &bench,
            "/api/v1/activities/",
            json!({"isScan": true, "filters": filters, "limit": 50}),
        )
        .await;
        rows += page.rows().len();
        seen.extend(page.rows().iter().map(|row| row["_id"].to_string()));
        if page.body["hasNext"] == false {
            assert!(page.body.get("nextQueryFilters").is_none());
            break;
        }
        filters = page.body["nextQueryFilters"].clone();
        assert!(
            filters["service"].is_object(),
            "the caller's own filters stay"
        );
    }
    let wanted = bench
        .sandbox
        .peek("mdca", "Activity")
        .iter()
        .filter(|row| row["appId"] != 11161)
        .count();
    assert_eq!((seen.len(), rows), (wanted, wanted));
    assert_eq!(
        bench.sandbox.requests("mdca.activities.scan").len(),
        wanted.div_ceil(50)
    );
}

#[tokio::test(start_paused = true)]
async fn bad_filters_and_ids_have_the_observed_shape() {
    let bench = Bench::new().await;
    for body in [
        json!({"filters": {"severity": {"startswith": ["2"]}}}),
        json!({"limit": "many"}),
        json!({"sortDirection": "up"}),
    ] {
        let response = post(&bench, "/api/v1/alerts/", body.clone()).await;
        assert_eq!(
            (response.status, &response.body["error"]),
            (400, &true.into()),
            "{body}"
        );
    }
    let response = bench.get(Service::Mdca, "/api/v1/alerts/short/").await;
    assert_eq!(
        response.body["filters"][0]["errorMessageCode"],
        "CONSOLE_FORMS_NOT_VALID_VALUE"
    );
}

#[tokio::test(start_paused = true)]
async fn alerts_are_closed_by_filter_once() {
    let bench = Bench::new().await;
    let alerts = bench.sandbox.peek("mdca", "Alert");
    let open = alerts
        .iter()
        .find(|alert| alert["resolutionStatusValue"] == 0)
        .unwrap()["_id"]
        .clone();
    let body =
        json!({"filters": {"id": {"eq": [open, "0123456789abcdef01234567"]}}, "comment": "c"});
    let closed = post(&bench, "/api/v1/alerts/close_benign/", body.clone()).await;
    assert_eq!(
        closed.body,
        json!({"closed_benign": 1, "alertsNotFound": ["0123456789abcdef01234567"]})
    );
    let again = post(&bench, "/api/v1/alerts/close_benign", body).await;
    assert_eq!(
        again.body["closed_benign"], 0,
        "closed already counts as not found"
    );
    let path = format!("/api/v1/alerts/{}/", open.as_str().unwrap());
    assert_eq!(
        bench.get(Service::Mdca, &path).await.body["resolutionStatusValue"],
        4
    );
    post(&bench, &format!("{path}read/"), json!({})).await;
    assert_eq!(bench.get(Service::Mdca, &path).await.body["statusValue"], 1);
}

#[tokio::test(start_paused = true)]
async fn ranges_are_written_as_texts_and_read_as_objects() {
    let bench = Bench::new().await;
    let body = json!({"name": "mine", "category": 1, "subnets": ["197.198.192.20/16"], "organization": "o"});
    let made = post(&bench, "/api/v1/subnet/create_rule/", body.clone()).await;
    let id = made.body.as_str().unwrap().to_owned();
    assert_eq!(
        post(&bench, "/api/v1/subnet/create_rule/", body)
            .await
            .status,
        400,
        "names are unique"
    );
    let find = || post(&bench, "/api/v1/subnet/", json!({"limit": 100}));
    let mine = |response: TestResponse| {
        response
            .rows()
            .iter()
            .find(|row| row["_id"] == *id)
            .cloned()
    };
    assert_eq!(mine(find().await).unwrap()["subnets"][0]["mask"], 112);
    let body = json!({"name": "mine", "category": 2, "subnets": ["10.0.0.0/8"]});
    assert_eq!(
        post(&bench, &format!("/api/v1/subnet/{id}/update_rule/"), body)
            .await
            .status,
        200
    );
    assert!(
        mine(find().await).unwrap()["organization"].is_null(),
        "what is left out is emptied"
    );
    let path = format!("/api/v1/subnet/{id}/");
    assert_eq!(
        bench
            .send(Service::Mdca, "DELETE", &path, None)
            .await
            .status,
        200
    );
    assert_eq!(
        bench
            .send(Service::Mdca, "DELETE", &path, None)
            .await
            .status,
        404
    );
}

#[tokio::test(start_paused = true)]
async fn logs_are_uploaded_in_three_steps() {
    let bench = Bench::new().await;
    let ask = bench
        .get(
            Service::Mdca,
            "/api/v1/discovery/upload_url/?filename=log.txt&source=SQUID",
        )
        .await;
    let url = ask.body["url"].as_str().unwrap().to_owned();
    let done = json!({"uploadUrl": url, "inputStreamName": "Proxy"});
    assert_eq!(
        post(&bench, "/api/v1/discovery/done_upload/", done.clone())
            .await
            .status,
        400,
        "nothing was put there"
    );
    let put = |kind: Option<&'static str>| {
        let mut request = axum::http::Request::put(&url);
        if let Some(kind) = kind {
            request = request.header("x-ms-blob-type", kind);
        }
        request.body(b"line".to_vec()).unwrap()
    };
    assert_eq!(bench.sandbox.call(put(None)).await.status(), 400);
    assert_eq!(
        bench.sandbox.call(put(Some("BlockBlob"))).await.status(),
        201
    );
    assert_eq!(
        post(&bench, "/api/v1/discovery/done_upload/", done)
            .await
            .status,
        200
    );
    let uploads = bench.sandbox.requests("mdca.discovery.perform_upload");
    assert!(
        uploads
            .iter()
            .all(|upload| upload.header("authorization").is_none())
    );
}
