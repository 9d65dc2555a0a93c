//! Alerts: lists, changes, refusals.

use std::collections::HashSet;
use std::time::Duration;

use http_core::time::Instant;
use http_core::{ErrorKind, Id};
use mde_api::Client;
use mde_api::alerts::{
    Alert, AlertCategory, AlertClassification, AlertSeverity, AlertStatus, CreateAlertByReference,
};
use sandbox::{Application, Fault, Sandbox, Service};
use serde_json::{Value, json};

use super::first_alert;
use crate::support::{Bench, mde_client};

const LIST: &str = "mde.alerts.list";
const UPDATE: &str = "mde.alerts.update";

async fn small_pages() -> (Bench, Client) {
    let bench = Bench::with_small_pages().await;
    let client = bench.mde();
    (bench, client)
}

/// The stored alert, read by an independent client.
async fn stored(bench: &Bench, id: &Id<Alert>) -> Value {
    let path = format!("/api/alerts/{id}");
    bench.caller().get(Service::Mde, &path).await.body
}

#[tokio::test(start_paused = true)]
async fn list_follows_pages() {
    let (bench, client) = small_pages().await;
    let alerts = client.alerts().list().items().collect_all().await.unwrap();
    let ids: HashSet<_> = alerts.iter().map(|alert| alert.id.as_str()).collect();
    assert_eq!((alerts.len(), ids.len()), (300, 300));
    assert_eq!(bench.count(LIST), 300_usize.div_ceil(7));
}

#[tokio::test(start_paused = true)]
async fn list_stops_at_limit_without_another_request() {
    let (bench, client) = small_pages().await;
    let mut items = client.alerts().list().items();
    for _ in 0..14 {
        items.next_item().await.unwrap().unwrap();
    }
    drop(items);
    assert_eq!(bench.count(LIST), 2);
}

#[tokio::test(start_paused = true)]
async fn list_survives_an_empty_page() {
    let (bench, client) = small_pages().await;
    let link = format!("{}api/alerts?$skip=7", bench.url(Service::Mde));
    let empty = json!({"value": [], "@odata.nextLink": link}).to_string();
    bench.sandbox.fault(Fault::on(LIST).status(200).body(empty));
    let alerts = client.alerts().list().items().collect_all().await.unwrap();
    assert_eq!(alerts.len(), 293, "what follows the empty page is read");
}

#[tokio::test(start_paused = true)]
async fn list_refreshes_token_between_pages() {
    let (bench, client) = small_pages().await;
    let mut items = client.alerts().list().items();
    for _ in 0..7 {
        items.next_item().await.unwrap().unwrap();
    }
    tokio::time::advance(Duration::from_secs(10)).await;
    bench.sandbox.advance(Duration::from_secs(7200));
    assert_eq!(items.collect_all().await.unwrap().len(), 293);
    assert_eq!(bench.count("token"), 2);
}

#[tokio::test(start_paused = true)]
async fn list_waits_as_told() {
    let (bench, client) = small_pages().await;
    bench
        .sandbox
        .fault(Fault::on(LIST).nth(2).status(429).retry_after(41));
    let begun = Instant::now();
    let alerts = client.alerts().list().items().collect_all().await.unwrap();
    assert_eq!(alerts.len(), 300);
    let waited = begun.elapsed();
    assert!(waited >= Duration::from_secs(41) && waited < Duration::from_secs(42));
}

#[tokio::test(start_paused = true)]
async fn list_refuses_foreign_next_link() {
    let (bench, client) = small_pages().await;
    bench.sandbox.fault(
        Fault::on(LIST)
            .nth(2)
            .foreign_next_link("https://evil.example"),
    );
    let mut items = client.alerts().list().items();
    for _ in 0..14 {
        items.next_item().await.unwrap().unwrap();
    }
    let error = items.next_item().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Paging);
    assert_eq!(error.rows(), Some(14));
    assert!(error.to_string().contains("evil.example"), "{error}");
    assert!(items.next_item().await.is_none());
    assert_eq!(bench.count(LIST), 2);
}

#[tokio::test(start_paused = true)]
async fn list_filters_and_expands_as_asked() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let all = client.alerts().list().items().collect_all().await.unwrap();
    let high: Vec<_> = all
        .iter()
        .filter(|alert| alert.severity == Some(mde_api::alerts::AlertSeverity::High))
        .map(|alert| alert.id.clone())
        .collect();
    assert!(!high.is_empty() && high.len() < all.len());
    let filtered = client
        .alerts()
        .list()
        .filter("severity eq 'High'")
        .expand("evidence");
    let filtered = filtered.items().collect_all().await.unwrap();
    let ids: Vec<_> = filtered.iter().map(|alert| alert.id.clone()).collect();
    assert_eq!(ids, high);
    assert!(all.iter().all(|alert| alert.evidence.is_empty()));
    assert!(filtered.iter().all(|alert| !alert.evidence.is_empty()));
}

#[tokio::test(start_paused = true)]
async fn list_with_a_wrong_filter_says_what_may_be_filtered_by() {
    let bench = Bench::new().await;
    let list = bench.mde().alerts().list().filter("title eq 'x'");
    let error = list.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    assert_eq!(error.status().unwrap().as_u16(), 400);
    assert!(
        error.hint().unwrap().contains("severity"),
        "{:?}",
        error.hint()
    );
}

#[tokio::test(start_paused = true)]
async fn get_missing_is_not_found() {
    let bench = Bench::new().await;
    let error = bench.mde().alerts().get("da0_none").send().await;
    let error = error.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(error.code(), Some("ResourceNotFound"));
    assert_eq!(error.attempts(), 1);
    assert!(error.request_id().is_some());
    assert!(error.message().contains("da0_none"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn update_changes_only_what_was_set() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let alert = first_alert(&client).await;
    let before = stored(&bench, &alert.id).await;
    let changed = client
        .alerts()
        .update(&alert.id)
        .status(AlertStatus::InProgress)
        .classification(AlertClassification::TruePositive)
        .send()
        .await
        .unwrap();
    assert_eq!(changed.status, Some(AlertStatus::InProgress));

    let sent = bench.sandbox.requests(UPDATE)[0].json();
    assert_eq!(
        sent,
        json!({"status": "InProgress", "classification": "TruePositive"})
    );
    let after = stored(&bench, &alert.id).await;
    let differs: HashSet<_> = after
        .as_object()
        .unwrap()
        .iter()
        .filter(|(name, value)| before[*name] != **value)
        .map(|(name, _)| name.as_str())
        .collect();
    let may = HashSet::from(["status", "classification", "lastUpdateTime", "resolvedTime"]);
    assert!(differs.is_subset(&may), "{differs:?}");
    assert_eq!(after["status"], "InProgress");
    assert_eq!(after["classification"], "TruePositive");
}

#[tokio::test(start_paused = true)]
async fn update_with_nothing_set_is_not_sent() {
    let bench = Bench::new().await;
    let error = bench.mde().alerts().update("a1").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert!(bench.sandbox.all_requests().is_empty());
}

#[tokio::test(start_paused = true)]
async fn update_with_comment_is_never_sent_twice() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let alert = first_alert(&client).await;
    let comments = stored(&bench, &alert.id).await["comments"].clone();
    for fault in [
        Fault::on(UPDATE).disconnect(),
        Fault::on(UPDATE).status(500),
        Fault::on(UPDATE).html_502(),
    ] {
        let before = bench.count(UPDATE);
        bench.sandbox.fault(fault.clone());
        let update = client
            .alerts()
            .update(&alert.id)
            .comment("seen by night shift");
        update.send().await.unwrap_err();
        assert_eq!(bench.count(UPDATE), before + 1, "{fault:?}");
    }
    let after = stored(&bench, &alert.id).await["comments"].clone();
    let count = |comments: &Value| comments.as_array().map_or(0, Vec::len);
    assert_eq!(
        count(&after),
        count(&comments) + 1,
        "the one that got through"
    );
}

#[tokio::test(start_paused = true)]
async fn update_without_comment_is_sent_again() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let alert = first_alert(&client).await;
    bench.sandbox.fault(Fault::on(UPDATE).disconnect());
    let update = client
        .alerts()
        .update(&alert.id)
        .status(AlertStatus::Resolved);
    update.send().await.unwrap();
    assert_eq!(bench.count(UPDATE), 2);
    assert_eq!(stored(&bench, &alert.id).await["status"], "Resolved");
}

#[tokio::test(start_paused = true)]
async fn batch_update_changes_every_alert_it_names() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let page = client.alerts().list().top(5).send().await.unwrap();
    let ids: Vec<_> = page.items.into_iter().map(|alert| alert.id).collect();
    let update = client.alerts().batch_update(ids.clone());
    update.status(AlertStatus::Resolved).send().await.unwrap();
    for id in &ids {
        assert_eq!(stored(&bench, id).await["status"], "Resolved", "{id}");
    }
}

#[tokio::test(start_paused = true)]
async fn batch_update_is_throttled_at_ten() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let alert = first_alert(&client).await;
    let begun = Instant::now();
    for call in 1..=11 {
        let update = client.alerts().batch_update([alert.id.clone()]);
        update.status(AlertStatus::New).send().await.unwrap();
        let minute = Duration::from_secs(60);
        assert_eq!(begun.elapsed() >= minute, call == 11, "call {call}");
    }
    let received = bench.sandbox.requests("mde.alerts.batch_update");
    assert_eq!(received.len(), 11);
    assert!(received.iter().all(|one| one.status == 200));
}

/// The request that creates an alert from an event of a hunting query.
async fn of_an_event(client: &Client) -> CreateAlertByReference {
    let query = "DeviceProcessEvents | project Timestamp, DeviceId, ReportId | take 1";
    let found = client.advanced_hunting().run(query).send().await.unwrap();
    let event = serde_json::to_value(&found.results[0]).unwrap();
    let text = |name: &str| event[name].as_str().unwrap().to_owned();
    let create = client.alerts().create_by_reference();
    create
        .event_time(text("Timestamp").as_str())
        .report_id(event["ReportId"].to_string())
        .machine_id(text("DeviceId"))
        .severity(AlertSeverity::Medium)
        .title("found by hand")
        .description("a process that nobody knows")
        .recommended_action("ask its owner")
        .category(AlertCategory::Execution)
}

#[tokio::test(start_paused = true)]
async fn an_event_of_hunting_becomes_an_alert_once() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let create = of_an_event(&client).await;
    let made = create.clone().send().await.unwrap();
    assert_eq!(made.title.as_deref(), Some("found by hand"));
    assert_eq!(stored(&bench, &made.id).await["status"], "New");
    let again = create.clone().send().await.unwrap();
    assert_eq!(again.id, made.id, "the open alert absorbs the second one");
    let error = create.report_id("1").send().await.unwrap_err();
    assert!(error.is_not_found(), "no event has this id: {error}");
}

#[tokio::test(start_paused = true)]
async fn an_alert_whose_answer_was_lost_is_not_made_twice() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let create = of_an_event(&client).await;
    let operation = "mde.alerts.create_by_reference";
    bench.sandbox.fault(Fault::on(operation).disconnect());
    let error = create.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert_eq!(bench.count(operation), 1);
}

#[tokio::test(start_paused = true)]
async fn the_device_of_an_alert_is_the_one_it_names() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let alert = first_alert(&client).await;
    let machine = client.alerts().get_machine(&alert.id).send().await.unwrap();
    assert_eq!(Some(&machine.id), alert.machine_id.as_ref());
    assert_eq!(machine.computer_dns_name, alert.computer_dns_name);
    let error = client.alerts().get_machine("none").send().await;
    assert!(error.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn without_role_is_denied_and_names_the_permission() {
    const APP: &str = "22222222-bbbb-4bbb-8bbb-000000000002";
    let reader = Application::new(APP, "s").roles(["Alert.Read.All"]);
    let bench = Bench::with(Sandbox::builder().application(reader)).await;
    let credential = std::sync::Arc::new(bench.application(APP, "s"));
    let client = mde_client(&bench.sandbox, &bench.connector_of(credential));
    let alert = first_alert(&client).await;
    let update = client
        .alerts()
        .update(&alert.id)
        .status(AlertStatus::Resolved);
    let error = update.send().await.unwrap_err();
    assert!(error.is_denied());
    assert_eq!(error.attempts(), 1);
    let hint = error.hint().unwrap();
    assert!(
        hint.contains("Alert.ReadWrite.All"),
        "what is missing: {hint}"
    );
    assert!(
        hint.contains("Alert.Read.All"),
        "what the token has: {hint}"
    );
}
