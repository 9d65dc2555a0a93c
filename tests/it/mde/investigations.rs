//! Investigations: their alert and device.

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn an_investigation_is_found_by_its_id_and_by_its_alert() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let listed = client.investigations().list().send().await.unwrap().items;
    let listed = &listed[0];
    let by_id = client.investigations().get(&listed.id).send().await;
    assert_eq!(by_id.unwrap().machine_id, listed.machine_id);
    let alert = listed.triggering_alert_id.clone().unwrap();
    let by_alert = client.investigations().get(alert.as_str()).send().await;
    assert_eq!(by_alert.unwrap().id, listed.id);
    let alert = client.alerts().get(alert.as_str()).send().await.unwrap();
    assert_eq!(alert.machine_id, listed.machine_id);
    let error = client.investigations().get("0").send().await.unwrap_err();
    assert!(error.is_not_found());
}
