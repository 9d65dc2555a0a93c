//! The crate's example programs, run against the emulator.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "the programs' own entry points are not called here"
)]

#[path = "../../../crates/xdr-api/examples/audit_inbox_rules.rs"]
mod audit_inbox_rules;
#[path = "../../../crates/xdr-api/examples/hunt_a_device.rs"]
mod hunt_a_device;
#[path = "../../../crates/xdr-api/examples/open_incidents.rs"]
mod open_incidents;

use sandbox::Sandbox;

use crate::support::Bench;

async fn bench() -> Bench {
    Bench::with(Sandbox::builder().limits(false)).await
}

#[tokio::test(start_paused = true)]
async fn open_incidents_are_listed_with_their_alerts() {
    let mut out = Vec::new();
    open_incidents::run(&bench().await.xdr(), &mut out)
        .await
        .unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(out.lines().count() > 3 && out.contains(" alerts"), "{out}");
    assert!(!out.contains("incomplete"), "{out}");
}

#[tokio::test(start_paused = true)]
async fn a_device_is_hunted_for() {
    let bench = bench().await;
    let client = bench.xdr();
    let query = "DeviceProcessEvents | take 1 | project DeviceName";
    let table = client.graph().hunting().hunt(query).send().await.unwrap();
    let device = table.rows[0].text("DeviceName").unwrap();
    let now = bench.sandbox.now();
    let from = now
        .checked_sub(jiff::SignedDuration::from_hours(24 * 30))
        .unwrap();
    let mut out = Vec::new();
    hunt_a_device::run(
        &client,
        (device, &from.to_string(), &now.to_string()),
        &mut out,
    )
    .await
    .unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(!out.is_empty() && !out.contains("incomplete"), "{out}");
}

#[tokio::test(start_paused = true)]
async fn an_audit_search_ends_in_its_records() {
    let mut out = Vec::new();
    audit_inbox_rules::run(&bench().await.xdr(), &mut out)
        .await
        .unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(out.ends_with(" records\n"), "{out}");
}
