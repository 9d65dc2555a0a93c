//! The examples of the crate, each run against the emulator.

use http_core::Id;
use mde_api::Client;
use mde_api::machines::Machine;

use crate::support::Bench;

#[allow(
    dead_code,
    reason = "its way in from the command line is not taken here"
)]
#[path = "../../../crates/mde-api/examples/collect_package.rs"]
mod collect_package;
#[allow(
    dead_code,
    reason = "its way in from the command line is not taken here"
)]
#[path = "../../../crates/mde-api/examples/export_vulnerabilities.rs"]
mod export_vulnerabilities;
#[allow(
    dead_code,
    reason = "its way in from the command line is not taken here"
)]
#[path = "../../../crates/mde-api/examples/import_indicators.rs"]
mod import_indicators;
#[allow(
    dead_code,
    reason = "its way in from the command line is not taken here"
)]
#[path = "../../../crates/mde-api/examples/isolate_and_wait.rs"]
mod isolate_and_wait;
#[allow(
    dead_code,
    reason = "its way in from the command line is not taken here"
)]
#[path = "../../../crates/mde-api/examples/run_script.rs"]
mod run_script;
#[allow(
    dead_code,
    reason = "its way in from the command line is not taken here"
)]
#[path = "../../../crates/mde-api/examples/triage_alerts.rs"]
mod triage_alerts;

async fn windows_machine(client: &Client) -> Id<Machine> {
    let list = client.machines().list().filter("osPlatform eq 'Windows11'");
    list.send().await.unwrap().items.remove(0).id
}

#[tokio::test(start_paused = true)]
async fn new_alerts_of_high_severity_get_an_owner() {
    let bench = Bench::new().await;
    let client = bench.mde();
    triage_alerts::run(&client, "analyst@contoso.example")
        .await
        .unwrap();
    let left = client
        .alerts()
        .list()
        .filter("status eq 'New' and severity eq 'High'");
    assert!(left.send().await.unwrap().items.is_empty());
    assert!(bench.count("mde.alerts.update") > 0);
}

#[tokio::test(start_paused = true)]
async fn a_device_is_isolated_and_waited_for() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    isolate_and_wait::run(&client, machine.as_str())
        .await
        .unwrap();
    let actions = client
        .machine_actions()
        .list()
        .filter(http_core::odata::Filter::eq("machineId", machine.as_str()));
    let actions = actions.items().collect_all().await.unwrap();
    assert!(actions.iter().any(|action| {
        action
            .status
            .as_ref()
            .is_some_and(|status| status.as_str() == "Succeeded")
    }));
}

#[tokio::test(start_paused = true)]
async fn a_package_is_collected_and_saved() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("package.zip");
    collect_package::run(&client, machine.as_str(), place.to_str().unwrap())
        .await
        .unwrap();
    assert!(std::fs::read(place).unwrap().starts_with(b"PK"));
}

#[tokio::test(start_paused = true)]
async fn a_script_is_run_and_its_output_fetched() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    run_script::run(&client, machine.as_str(), "triage.sh")
        .await
        .unwrap();
    assert_eq!(bench.count("download"), 1);
}

#[tokio::test(start_paused = true)]
async fn vulnerabilities_are_exported() {
    let bench = Bench::new().await;
    export_vulnerabilities::run(&bench.mde()).await.unwrap();
    assert!(bench.count("download") > 1);
}

#[tokio::test(start_paused = true)]
async fn indicators_are_imported_from_a_file() {
    let bench = Bench::new().await;
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("addresses.txt");
    std::fs::write(&place, "198.51.100.7\n198.51.100.8\n").unwrap();
    let client = bench.mde();
    import_indicators::run(&client, place.to_str().unwrap())
        .await
        .unwrap();
    let saved = client
        .indicators()
        .list()
        .filter("indicatorValue eq '198.51.100.8'");
    assert_eq!(saved.send().await.unwrap().items.len(), 1);
}
