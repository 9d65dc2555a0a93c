//! Legacy alerts: retired, and refused before anything is sent.

use http_core::{ErrorKind, Request};
use serde_json::Value;
use xdr_api::graph::legacy_alerts::{LegacyAlert, LegacyAlertStatus};

use super::{bench, vendor};

#[tokio::test(start_paused = true)]
async fn a_call_is_an_error_that_names_its_successor() {
    let (bench, graph) = bench().await;
    let alerts = graph.legacy_alerts();
    let list = alerts.list().send().await.unwrap_err();
    let get = alerts.get("a1").send().await.unwrap_err();
    let update = alerts.update("a1", &vendor()).send().await.unwrap_err();
    let many = alerts
        .update_many([LegacyAlert::default()])
        .send()
        .await
        .unwrap_err();
    let streamed = alerts
        .list()
        .items()
        .next_item()
        .await
        .unwrap()
        .unwrap_err();
    for (error, successor) in [
        (list, "graph.alerts.list (/v1.0/security/alerts_v2)"),
        (streamed, "newAlert is new"),
        (get, "graph.alerts.get"),
        (update, "graph.alerts.update (PATCH"),
        (many, "graph.batch.execute"),
    ] {
        assert_eq!(error.kind(), ErrorKind::Usage);
        assert!(error.hint().unwrap().contains(successor), "{error}");
    }
    let sent = bench.sandbox.all_requests();
    assert!(
        sent.iter()
            .all(|one| !one.path_and_query.contains("/security/alerts"))
    );
}

#[tokio::test(start_paused = true)]
async fn where_a_cloud_still_answers_it_is_read_and_changed() {
    let (bench, graph) = bench().await;
    let (alerts, client) = (graph.legacy_alerts(), bench.host("graph"));
    let even = |request: &Request| request.clone().allow_retired();
    let list: Value = client
        .send(even(alerts.list().top(2).request()))
        .await
        .unwrap();
    let two: Vec<LegacyAlert> = serde_json::from_value(list["value"].clone()).unwrap();
    let update = alerts.update(&two[0].id, &vendor());
    let update = update.status(LegacyAlertStatus::InProgress).tags(["drill"]);
    client.send_empty(even(update.request())).await.unwrap();
    let read = async |id: &str| -> LegacyAlert {
        client.send(even(alerts.get(id).request())).await.unwrap()
    };
    let got = read(two[0].id.as_str()).await;
    assert_eq!(got.status, Some(LegacyAlertStatus::InProgress));
    assert_eq!(got.tags, ["drill"]);
    let resolved = two.iter().map(|one| {
        let mut alert = LegacyAlert::default();
        alert.id = one.id.clone();
        alert.status = Some(LegacyAlertStatus::Resolved);
        alert.vendor_information = Some(vendor());
        alert
    });
    let many = alerts.update_many(resolved);
    let _: Value = client.send(even(many.request())).await.unwrap();
    for one in &two {
        let got = read(one.id.as_str()).await;
        assert_eq!(got.status, Some(LegacyAlertStatus::Resolved));
    }
}
