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
