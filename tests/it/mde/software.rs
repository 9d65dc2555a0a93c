//! Software: where it is installed, in which versions, with which vulnerabilities.

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn a_product_leads_to_its_devices_versions_and_weaknesses() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let all = client
        .software()
        .list()
        .items()
        .collect_all()
        .await
        .unwrap();
    let product = all
        .iter()
        .find(|one| one.exposed_machines > Some(0))
        .unwrap();
    let got = client.software().get(&product.id).send().await.unwrap();
    assert_eq!((&got.id, &got.name), (&product.id, &product.name));
    let devices = client.software().list_machines(&product.id).items();
    let devices = devices.collect_all().await.unwrap();
    let on_device = client.machines().list_software(devices[0].id.as_str());
    let on_device = on_device.items().collect_all().await.unwrap();
    assert!(on_device.iter().any(|one| one.id == product.id));
    let versions = client.software().list_distributions(&product.id).send();
    let installations = versions.await.unwrap().items;
    let installations = installations.iter().filter_map(|one| one.installations);
    assert_eq!(
        installations.sum::<i64>(),
        i64::try_from(devices.len()).unwrap()
    );
    let weaknesses = client.software().list_vulnerabilities(&product.id).send();
    let weaknesses = weaknesses.await.unwrap().items;
    assert_eq!(product.weaknesses, i64::try_from(weaknesses.len()).ok());
    let one = client.vulnerabilities().get(&weaknesses[0].id).send().await;
    assert_eq!(one.unwrap().id, weaknesses[0].id);
    let updates = client.software().list_missing_kbs(&product.id).send().await;
    assert!(!updates.unwrap().items.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_product_that_is_nowhere_is_not_found() {
    let bench = Bench::new().await;
    let software = bench.mde().software();
    let error = software.get("none-_-none").send().await.unwrap_err();
    assert!(error.is_not_found());
}
