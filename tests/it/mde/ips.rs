//! IP addresses: statistics and alerts.

use http_core::ErrorKind;

use super::first_alert;
use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn the_address_of_an_alert_leads_back_to_it() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let alert = first_alert(&client).await;
    let addresses = client.alerts().list_ips(&alert.id).send().await.unwrap();
    let address = addresses.items[0].id.as_str();
    let alerts = client.ips().list_alerts(address).items();
    let alerts = alerts.collect_all().await.unwrap();
    assert!(alerts.iter().any(|one| one.id == alert.id));
    let stats = client.ips().stats(address).send().await.unwrap();
    assert_eq!(stats.ip_address.as_str(), address);
    assert!(stats.organization_prevalence >= Some(1));
}

#[tokio::test(start_paused = true)]
async fn what_is_no_address_is_refused() {
    let bench = Bench::new().await;
    let error = bench.mde().ips().stats("198.51.100").send().await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Refused);
}
