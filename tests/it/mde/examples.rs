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
