//! Assessments: an export by files holds the records of its paged list, and each record is of a device.

use std::collections::BTreeSet;

use sandbox::Sandbox;

use crate::support::Bench;

/// How many records each device has is the same in a list and in an export.
macro_rules! same_devices {
    ($known:ident: $list:expr, $export:expr) => {{
        let pages = $list.items().collect_all().await.unwrap();
        let files = $export.items().collect_all().await.unwrap();
        let (mut in_pages, mut in_files) = (Vec::new(), Vec::new());
        in_pages.extend(pages.into_iter().filter_map(|row| row.device_id));
        in_files.extend(files.into_iter().filter_map(|row| row.device_id));
        in_pages.sort();
        in_files.sort();
        assert!(!in_pages.is_empty());
        assert_eq!(in_pages, in_files);
        assert!(in_pages.iter().all(|id| $known.contains(id.as_str())));
    }};
}

#[tokio::test(start_paused = true)]
async fn each_export_has_the_devices_of_its_list() {
    let bench = Bench::with(Sandbox::builder().devices(30).limits(false)).await;
    let client = bench.mde();
    let machines = client.machines().list().items();
    let machines = machines.collect_all().await.unwrap();
    let known: BTreeSet<_> = machines.iter().map(|one| one.id.as_str()).collect();
    let rows = client.assessments();
    same_devices!(known: rows.list_browser_extensions(), rows.export_browser_extensions());
    same_devices!(known: rows.list_certificates(), rows.export_certificates());
    same_devices!(known: rows.list_hardware_firmware(), rows.export_hardware_firmware());
    same_devices!(known: rows.list_secure_configuration(), rows.export_secure_configuration());
    same_devices!(known: rows.list_security_baselines(), rows.export_security_baselines());
    same_devices!(known: rows.list_software_inventory(), rows.export_software_inventory());
    same_devices!(
        known: rows.list_software_inventory_no_product_code(),
        rows.export_software_inventory_no_product_code()
    );
}

#[tokio::test(start_paused = true)]
async fn what_is_gathered_is_told_once_for_each_device() {
    let bench = Bench::with(Sandbox::builder().devices(30)).await;
    let client = bench.mde();
    let export = client.assessments().export_information_gathering();
    let records = export
        .sas_valid_hours(2)
        .items()
        .collect_all()
        .await
        .unwrap();
    let devices: BTreeSet<_> = records.iter().map(|one| &one.device_id).collect();
    assert_eq!(devices.len(), records.len());
    let list = client.device_health().list_antivirus().items();
    let reports = list.collect_all().await.unwrap();
    assert_eq!(records.len(), reports.len());
    for (record, report) in records.iter().zip(&reports) {
        assert_eq!(record.device_id.as_str(), report.machine_id.as_str());
    }
}
