//! Authenticated scans: definitions, agents and history.

use mde_api::Client;
use mde_api::authenticated_scans::{
    ScanAuthenticationParams, ScanAuthenticationParamsType, ScanDefinition, ScanDefinitionScanType,
    ScanDefinitionTargetType, ScannerAgent,
};

use crate::support::Bench;

async fn create(client: &Client) -> ScanDefinition {
    let agents = client.authenticated_scans().list_agents().send().await;
    let agent = agents.unwrap().items.remove(0);
    let scanner = ScannerAgent::on(agent.machine_id.unwrap());
    let mut access = ScanAuthenticationParams::default();
    access.r#type = Some(ScanAuthenticationParamsType::CommunityString);
    access.community_string = Some("a word for switches".into());
    let create = client.authenticated_scans().create_definition();
    let create = create
        .scan_type(ScanDefinitionScanType::Network)
        .scan_name("switches")
        .is_active(true)
        .target("192.0.2.0/28")
        .interval_in_hours(4)
        .target_type(ScanDefinitionTargetType::Ip)
        .scanner_agent(&scanner)
        .scan_authentication_params(&access);
    create.send().await.unwrap()
}

async fn listed(client: &Client, one: &ScanDefinition) -> Option<ScanDefinition> {
    let all = client.authenticated_scans().list_definitions().items();
    let all = all.collect_all().await.unwrap();
    all.into_iter().find(|definition| definition.id == one.id)
}

#[tokio::test(start_paused = true)]
async fn a_definition_is_made_changed_and_removed() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let scans = client.authenticated_scans();
    let made = create(&client).await;
    assert_eq!(
        made.scan_authentication_params, None,
        "secrets do not come back"
    );
    assert_eq!(
        listed(&client, &made).await.unwrap().target.as_deref(),
        Some("192.0.2.0/28")
    );
    let changed = scans.update_definition(&made.id).is_active(false).send();
    assert_eq!(changed.await.unwrap().is_active, Some(false));
    let now = listed(&client, &made).await.unwrap();
    assert_eq!(
        (now.is_active, now.scan_name),
        (Some(false), made.scan_name.clone())
    );
    scans
        .batch_delete_definitions([&made.id])
        .send()
        .await
        .unwrap();
    assert_eq!(listed(&client, &made).await, None);
    let error = scans
        .update_definition(&made.id)
        .is_active(true)
        .send()
        .await;
    assert!(error.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn the_history_is_that_of_the_definitions_asked_for() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let scans = client.authenticated_scans();
    let definitions = scans.list_definitions().send().await.unwrap().items;
    let asked = [&definitions[1].id, &definitions[0].id];
    let history = scans.history_by_definition(asked).items();
    let history = history.collect_all().await.unwrap();
    let told = history.iter().map(|one| one.scan_definition_ids.as_deref());
    let expected = asked.map(|id| Some(id.as_str()));
    assert_eq!(told.collect::<Vec<_>>(), expected);
}

#[tokio::test(start_paused = true)]
async fn the_history_of_a_session_is_told_by_its_id() {
    let bench = Bench::new().await;
    let scans = bench.mde().authenticated_scans();
    let definitions = scans.list_definitions().send().await.unwrap().items;
    // Session ids of the emulator. No operation lists them.
    let asked = definitions[1].id.as_str().replace('-', "");
    let history = scans.history_by_session([&asked, "none"]).items();
    let history = history.collect_all().await.unwrap();
    let told: Vec<_> = history
        .iter()
        .map(|one| one.scan_definition_ids.as_deref())
        .collect();
    assert_eq!(
        told,
        [Some(definitions[1].id.as_str())],
        "of the others nothing is told"
    );
    assert_eq!(history[0].session_ids.as_ref(), Some(&asked));
}

#[tokio::test(start_paused = true)]
async fn an_agent_runs_on_a_device_that_is_there() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let agents = client.authenticated_scans().list_agents().send().await;
    let listed = agents.unwrap().items.remove(0);
    let got = client
        .authenticated_scans()
        .get_agent(&listed.id)
        .send()
        .await;
    assert_eq!(got.unwrap().items, std::slice::from_ref(&listed));
    let machine = client
        .machines()
        .get(listed.machine_id.unwrap())
        .send()
        .await;
    assert_eq!(machine.unwrap().computer_dns_name, listed.computer_dns_name);
    let error = client.authenticated_scans().get_agent("none").send().await;
    assert!(error.unwrap_err().is_not_found());
}
