//! Domains: the devices and alerts that belong to one.

use http_core::ErrorKind;

use super::first_alert;
use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn the_domain_of_an_alert_leads_back_to_the_alert_and_its_device() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let alert = first_alert(&client).await;
    let hosts = client.alerts().list_domains(&alert.id).send().await;
    let host = hosts.unwrap().items.remove(0).host;
    let alerts = client.domains().list_alerts(host.as_str()).items();
    let alerts = alerts.collect_all().await.unwrap();
    assert!(alerts.iter().any(|one| one.id == alert.id));
    let machines = client.domains().list_machines(host.as_str()).items();
    let machines = machines.collect_all().await.unwrap();
    assert!(
        machines
            .iter()
            .any(|one| Some(&one.id) == alert.machine_id.as_ref())
    );
    let stats = client.domains().stats(host.as_str()).send().await.unwrap();
    assert_eq!(stats.host.as_str(), host.as_str());
    assert_eq!(
        stats.organization_prevalence,
        i64::try_from(machines.len()).ok()
    );
}

#[tokio::test(start_paused = true)]
async fn an_unknown_domain_has_no_alerts_and_a_bad_name_is_refused() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let none = client.domains().list_alerts("never-seen.example").send();
    assert!(none.await.unwrap().items.is_empty());
    let error = client.domains().list_alerts("no name").send().await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Refused);
}
