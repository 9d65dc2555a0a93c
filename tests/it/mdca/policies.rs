//! Policies, flows and app states: operations of the portal.

use sandbox::Sandbox;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn a_policy_is_switched_off_and_on() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let alert = bench.mdca().alerts().query().limit(1).send().await.unwrap();
    let alert = alert.items.into_iter().next().unwrap();
    let mut entities = alert.entities.iter();
    let policy = entities.find(|one| one.r#type.as_deref() == Some("policyRule"));
    let id = policy.unwrap().id.as_ref().unwrap().as_str().unwrap();
    let policies = bench.mdca().policies();
    let read = async || policies.get(id).send().await.unwrap();
    let before = read().await;
    assert_eq!(before.extra["enabled"], true);
    policies.disable(id).send().await.unwrap();
    let off = read().await;
    assert_eq!(
        (&off.name, &off.extra["enabled"]),
        (&before.name, &false.into())
    );
    assert_ne!(off.last_modified, before.last_modified);
    policies.enable(id).send().await.unwrap();
    assert_eq!(read().await.extra["enabled"], true);
    let error = policies.disable("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_flow_is_removed_once() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let flows = bench.mdca().flows();
    let made = flows.create("https://flows.example.com/1").send().await;
    let id = made.unwrap()["id"].as_str().unwrap().to_owned();
    flows.delete(&id).send().await.unwrap();
    assert!(flows.delete(&id).send().await.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn the_standing_of_an_app_shows_among_its_tags_and_in_block_scripts() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let client = bench.mdca();
    let apps = client.discovered_apps();
    let discovery = client.graph_discovery();
    let stream = discovery
        .list_streams()
        .send()
        .await
        .unwrap()
        .items
        .remove(0)
        .id;
    let tags = async || {
        let app = discovery.get_app(&stream, "P30D", "11161").send().await;
        app.unwrap().tags
    };
    let rules = async || {
        let script = client.discovery().generate_block_script(102).send().await;
        script.unwrap().body().len()
    };
    let before = rules().await;
    apps.set_banned("11161").send().await.unwrap();
    assert_eq!(tags().await, ["Unsanctioned"]);
    assert!(rules().await > before);
    apps.set_sanctioned("11161").send().await.unwrap();
    assert_eq!(tags().await, ["Sanctioned"]);
    assert_eq!(rules().await, before);
    let error = apps.set_banned("999").send().await.unwrap_err();
    assert!(error.is_not_found());
}
