//! Vulnerabilities: the devices a CVE is on, and the CVEs of a device.

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn a_vulnerability_and_its_devices_name_each_other() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let list = client.vulnerabilities().list().filter("severity eq 'High'");
    let high = list.items().collect_all().await.unwrap();
    let exposed = high.iter().find(|one| one.exposed_machines > Some(0));
    let cve = exposed.unwrap();
    let devices = client.vulnerabilities().list_machines(&cve.id).items();
    let devices = devices.collect_all().await.unwrap();
    assert_eq!(cve.exposed_machines, i64::try_from(devices.len()).ok());
    let on_device = client
        .machines()
        .list_vulnerabilities(devices[0].id.as_str());
    let on_device = on_device.items().collect_all().await.unwrap();
    assert!(on_device.iter().any(|one| one.id == cve.id));
    let error = client.vulnerabilities().get("CVE-1999-0001").send().await;
    assert!(error.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn each_pair_of_device_and_software_has_both() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let pairs = client.vulnerabilities().list_by_machine_and_software();
    let pairs = pairs.top(5).send().await.unwrap().items;
    assert_eq!(pairs.len(), 5);
    for pair in pairs {
        let machine = pair.machine_id.unwrap();
        let on_device = client.machines().list_vulnerabilities(&machine).items();
        let on_device = on_device.collect_all().await.unwrap();
        let cve = pair.cve_id.unwrap();
        assert!(on_device.iter().any(|one| one.id.as_str() == cve), "{cve}");
    }
}
