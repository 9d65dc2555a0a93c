//! Devices: found by IP address and tag, tagged, valued, and their related records.

use mde_api::Client;
use mde_api::machines::{Machine, MachineDeviceValue, SetTagMachineAction};

use crate::support::Bench;

async fn two(client: &Client) -> [Machine; 2] {
    let mut machines = client.machines().list().send().await.unwrap().items;
    [machines.remove(1), machines.remove(0)]
}

async fn tagged(client: &Client, tag: &str) -> Vec<String> {
    let found = client.machines().find_by_tag(tag).items();
    let found = found.collect_all().await.unwrap();
    let mut ids: Vec<_> = found.iter().map(|one| one.id.to_string()).collect();
    ids.sort();
    ids
}

#[tokio::test(start_paused = true)]
async fn a_tag_finds_the_devices_that_have_it() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machines = client.machines();
    let [one, other] = two(&client).await;
    let tag = "under review";
    let set = machines.set_tag(&one.id, tag, SetTagMachineAction::Add);
    assert!(
        set.send()
            .await
            .unwrap()
            .machine_tags
            .contains(&tag.to_owned())
    );
    assert_eq!(tagged(&client, tag).await, [one.id.to_string()]);
    let both = [&one.id, &other.id];
    let bulk = machines.set_tag_bulk(tag, SetTagMachineAction::Add, both);
    bulk.send().await.unwrap().all().unwrap();
    assert_eq!(tagged(&client, tag).await.len(), 2);
    let bulk = machines.set_tag_bulk(tag, SetTagMachineAction::Remove, both);
    bulk.send().await.unwrap().all().unwrap();
    assert!(tagged(&client, tag).await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_device_is_found_by_its_address() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let [one, _] = two(&client).await;
    let (address, now) = (one.last_ip_address.unwrap(), bench.sandbox.now());
    let by_ip = client.machines().find_by_ip(&address, now).send();
    assert!(
        by_ip
            .await
            .unwrap()
            .items
            .iter()
            .any(|found| found.id == one.id)
    );
    let found = client.machines().find(now, &address).send().await.unwrap();
    assert!(found.items.iter().any(|found| found.id == one.id));
}

#[tokio::test(start_paused = true)]
async fn the_value_of_a_device_stays() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let [one, other] = two(&client).await;
    let (high, low) = (MachineDeviceValue::High, MachineDeviceValue::Low);
    let set = client.machines().set_device_value(&one.id, high.clone());
    set.send().await.unwrap();
    let update = client
        .machines()
        .update(&other.id)
        .device_value(low.clone());
    update.machine_tags(["till"]).send().await.unwrap();
    let one = client.machines().get(&one.id).send().await.unwrap();
    assert_eq!(one.device_value, Some(high));
    let other = client.machines().get(&other.id).send().await.unwrap();
    assert_eq!(other.device_value, Some(low));
    assert_eq!(other.machine_tags, ["till"]);
}

#[tokio::test(start_paused = true)]
async fn the_alerts_of_a_device_are_as_many_as_are_counted() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = super::first_alert(&client).await.machine_id.unwrap();
    let alerts = client.machines().list_alerts(&machine).items();
    let alerts = alerts.collect_all().await.unwrap();
    assert!(
        alerts
            .iter()
            .all(|one| one.machine_id.as_ref() == Some(&machine))
    );
    let count = client
        .machines()
        .count_alerts(&machine)
        .send()
        .await
        .unwrap();
    assert_eq!(count, i64::try_from(alerts.len()).unwrap());
    let error = client.machines().count_alerts("none").send().await;
    assert!(error.unwrap_err().is_not_found());
}
