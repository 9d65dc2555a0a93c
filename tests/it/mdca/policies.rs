//! Policies, flows and the standing of an app: what the portal itself calls.

use sandbox::Sandbox;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn a_policy_is_read_and_switched() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let policies = bench.mdca().policies();
    let id = "0123456789abcdef01234567";
    let before = policies.get(id, "true").send().await.unwrap();
    policies.disable(id).send().await.unwrap();
    policies.enable(id).send().await.unwrap();
    let after = policies.get(id, "true").send().await.unwrap();
    assert!(before.name.is_some());
    assert_eq!(after, before);
}

#[tokio::test(start_paused = true)]
async fn a_flow_has_an_id_to_remove_it_by() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let flows = bench.mdca().flows();
    let made = flows.create("https://flows.example.com/1").send().await;
    let id = made.unwrap()["id"].as_str().unwrap().to_owned();
    flows.delete(id).send().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_app_is_sanctioned_and_banned() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let apps = bench.mdca().discovered_apps();
    apps.set_sanctioned("11161", "true").send().await.unwrap();
    apps.set_banned("11161", "true").send().await.unwrap();
    let sent = bench.sandbox.requests("mdca.discovered_apps.set_banned");
    assert_eq!(
        sent[0].path_and_query,
        "/cas/api/v1/discovery/discovery_app/11161/set_banned/"
    );
}
