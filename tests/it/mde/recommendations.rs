//! Recommendations: their software, weaknesses and devices.

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn a_recommendation_leads_to_its_software_devices_and_vulnerabilities() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let all = client.recommendations().list().items();
    let all = all.collect_all().await.unwrap();
    let exposed = all.iter().find(|one| one.exposed_machines_count > Some(0));
    let advice = exposed.unwrap();
    let got = client
        .recommendations()
        .get(&advice.id)
        .send()
        .await
        .unwrap();
    assert_eq!(got.recommendation_name, advice.recommendation_name);
    let software = client
        .recommendations()
        .get_software(&advice.id)
        .send()
        .await;
    assert_eq!(software.unwrap().name, advice.product_name);
    let devices = client.recommendations().list_machines(&advice.id).items();
    let devices = devices.collect_all().await.unwrap();
    assert_eq!(
        advice.exposed_machines_count,
        i64::try_from(devices.len()).ok()
    );
    let on_device = client
        .machines()
        .list_recommendations(devices[0].id.as_str());
    let on_device = on_device.items().collect_all().await.unwrap();
    assert!(on_device.iter().any(|one| one.id == advice.id));
    let why = client
        .recommendations()
        .list_vulnerabilities(&advice.id)
        .items();
    let why = why.collect_all().await.unwrap();
    assert_eq!(advice.weaknesses, i64::try_from(why.len()).ok());
}

#[tokio::test(start_paused = true)]
async fn a_recommendation_that_nobody_made_is_not_found() {
    let bench = Bench::new().await;
    let recommendations = bench.mde().recommendations();
    let error = recommendations
        .list_machines("va-_-none-_-none")
        .send()
        .await;
    assert!(error.unwrap_err().is_not_found());
}
