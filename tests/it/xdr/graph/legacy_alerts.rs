//! Alerts of the first generation.

use xdr_api::graph::legacy_alerts::{LegacyAlert, LegacyAlertStatus};

use super::{bench, vendor};

#[tokio::test(start_paused = true)]
async fn one_is_changed_and_then_two_at_once() {
    let (_bench, graph) = bench().await;
    let alerts = graph.legacy_alerts();
    let two = alerts.list().top(2).send().await.unwrap().items;
    let update = alerts.update(&two[0].id, &vendor());
    let update = update.status(LegacyAlertStatus::InProgress);
    update.tags(["drill"]).send().await.unwrap();
    let got = alerts.get(&two[0].id).send().await.unwrap();
    assert_eq!(got.status, Some(LegacyAlertStatus::InProgress));
    assert_eq!(got.tags, ["drill"]);
    let resolved = two.iter().map(|one| {
        let mut alert = LegacyAlert::default();
        alert.id = one.id.clone();
        alert.status = Some(LegacyAlertStatus::Resolved);
        alert.vendor_information = Some(vendor());
        alert
    });
    alerts.update_many(resolved).send().await.unwrap();
    for one in two {
        let got = alerts.get(&one.id).send().await.unwrap();
        assert_eq!(got.status, Some(LegacyAlertStatus::Resolved));
    }
}
