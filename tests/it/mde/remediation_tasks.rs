//! Remediation tasks: their status and devices.

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn a_task_leads_to_devices_that_are_there() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let tasks = client
        .remediation_tasks()
        .list()
        .send()
        .await
        .unwrap()
        .items;
    let got = client.remediation_tasks().get(&tasks[0].id).send().await;
    assert_eq!(got.unwrap().title, tasks[0].title);
    let devices = client.remediation_tasks().list_machines(&tasks[0].id);
    let devices = devices.items().collect_all().await.unwrap();
    assert!(!devices.is_empty());
    for device in devices {
        let machine = client.machines().get(device.id.as_str()).send().await;
        assert_eq!(machine.unwrap().computer_dns_name, device.computer_dns_name);
    }
    let error = client.remediation_tasks().get("none").send().await;
    assert!(error.unwrap_err().is_not_found());
}
