//! A data folder, served unchanged.

use std::fs;

use serde_json::{Value, json};

use crate::tests::testing::Bench;
use crate::{Sandbox, Service};

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let samples = folder.path().join("mde/samples");
    fs::create_dir_all(&samples).unwrap();
    let write = |name: &str, body: Value| fs::write(samples.join(name), body.to_string()).unwrap();
    write(
        "alerts.list.response.json",
        json!({"value": [
            {"id": "b", "severity": "High", "evidence": [{"kept": true}], "odd": 1.50},
            {"id": "a", "severity": "Low"},
        ]}),
    );
    write(
        "alerts.list.response.2.json",
        json!({"value": [{"id": "a", "severity": "High"}, {"id": "c"}]}),
    );
    write(
        "alerts.get.response.json",
        json!({"id": "single", "title": "alone"}),
    );
    folder
}

#[tokio::test(start_paused = true)]
async fn lists_and_gets_come_from_the_folder() {
    let folder = folder();
    let bench = Bench::with(Sandbox::builder().limits(false).data(folder.path())).await;
    let response = bench.get(Service::Mde, "/api/alerts").await;
    let expected = json!([
        {"id": "b", "severity": "High", "evidence": [{"kept": true}], "odd": 1.50},
        {"id": "a", "severity": "Low"}, {"id": "c"},
    ]);
    assert_eq!(
        response.body["value"], expected,
        "unchanged, in order, the first of an id wins"
    );
    let filtered = bench
        .get(Service::Mde, "/api/alerts?$filter=severity eq 'Low'")
        .await;
    assert_eq!(filtered.rows().len(), 1);
    for id in ["a", "b", "c", "single"] {
        let one = bench.get(Service::Mde, &format!("/api/alerts/{id}")).await;
        assert_eq!((one.status, &one.body["id"]), (200, &id.into()));
    }
    assert_eq!(
        bench.get(Service::Mde, "/api/machines").await.rows().len(),
        500,
        "what has no sample is seeded"
    );
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_read_stops_the_start() {
    let folder = folder();
    assert!(
        Sandbox::builder()
            .data(folder.path().join("absent"))
            .start()
            .await
            .is_err()
    );
    fs::write(
        folder.path().join("mde/samples/alerts.get.response.json"),
        "{",
    )
    .unwrap();
    let error = Sandbox::builder()
        .data(folder.path())
        .start()
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("alerts.get.response.json"),
        "{error}"
    );
}
