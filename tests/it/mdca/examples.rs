//! The crate's example programs, run against the emulator.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "the programs' own entry points are not called here"
)]

#[path = "../../../crates/mdca-api/examples/activities_of_a_user.rs"]
mod activities_of_a_user;
#[path = "../../../crates/mdca-api/examples/close_stale_alerts.rs"]
mod close_stale_alerts;

use sandbox::Sandbox;

use crate::support::Bench;

async fn bench() -> Bench {
    Bench::with(Sandbox::builder().limits(false)).await
}

#[tokio::test(start_paused = true)]
async fn stale_alerts_are_closed() {
    let mut out = Vec::new();
    close_stale_alerts::run(&bench().await.mdca(), 0, &mut out)
        .await
        .unwrap();
    let out = String::from_utf8(out).unwrap();
    let number = |line: &str| line.split(' ').next().unwrap().parse::<u64>().unwrap();
    let numbers: Vec<_> = out.lines().map(number).collect();
    assert!(numbers[0] > 0 && numbers[0] == numbers[1], "{out}");
}

#[tokio::test(start_paused = true)]
async fn activities_of_a_user_are_listed() {
    let bench = bench().await;
    let client = bench.mdca();
    let first = client.activities().query().send().await.unwrap();
    let user = first
        .items
        .iter()
        .find_map(|one| one.user.as_ref()?.user_name.clone())
        .unwrap();
    let mut out = Vec::new();
    activities_of_a_user::run(&client, &user, &mut out)
        .await
        .unwrap();
}
