//! Device health: antivirus state of devices.

use mde_api::device_health::DeviceAvInfoOsKind;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn each_report_is_of_a_device_and_can_be_picked_by_its_kind() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let all = client.device_health().list_antivirus().items();
    let all = all.collect_all().await.unwrap();
    let report = &all[0];
    let machine = client
        .machines()
        .get(report.machine_id.as_str())
        .send()
        .await;
    assert_eq!(machine.unwrap().computer_dns_name, report.computer_dns_name);
    let windows = client.device_health().list_antivirus();
    let windows = windows.filter("osKind eq 'windows'").items();
    let windows = windows.collect_all().await.unwrap();
    assert!(!windows.is_empty() && windows.len() < all.len());
    assert!(
        windows
            .iter()
            .all(|one| one.os_kind == Some(DeviceAvInfoOsKind::Windows))
    );
}
