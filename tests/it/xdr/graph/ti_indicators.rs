//! Threat intelligence indicators: one by one and many at once.

use sandbox::Fault;
use xdr_api::graph::ti_indicators::{TiIndicator, TiIndicatorAction, TiIndicatorTlpLevel};

use super::bench;

#[tokio::test(start_paused = true)]
async fn an_indicator_is_made_changed_and_removed() {
    let (_bench, graph) = bench().await;
    let indicators = graph.ti_indicators();
    let create = indicators.create().action(TiIndicatorAction::Block);
    let create = create
        .description("a test")
        .expiration_date_time("2099-06-01T00:00:00Z")
        .target_product("Azure Sentinel")
        .threat_type("WatchList")
        .tlp_level(TiIndicatorTlpLevel::Green)
        .member("domainName", "bad.example");
    let made = create.send().await.unwrap();
    let update = indicators.update(&made.id, "2099-07-01T00:00:00Z", "Azure Sentinel");
    update.description("still a test").send().await.unwrap();
    let got = indicators.get(&made.id).send().await.unwrap();
    assert_eq!(got.description.as_deref(), Some("still a test"));
    assert_eq!(got.domain_name.as_deref(), Some("bad.example"));
    indicators.delete(&made.id).send().await.unwrap();
    let error = indicators.get(&made.id).send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn many_are_submitted_changed_and_removed_and_each_has_its_own_result() {
    let (_bench, graph) = bench().await;
    let indicators = graph.ti_indicators();
    let wanted = ["one.example", "two.example"].map(|domain| {
        let mut indicator = TiIndicator::default();
        indicator.domain_name = Some(domain.to_owned());
        indicator.external_id = Some(domain.to_owned());
        indicator
    });
    let made = indicators.submit_many(wanted).send().await.unwrap();
    let made = made.all().unwrap();
    assert_eq!(made.len(), 2);
    let changed = made.iter().cloned().map(|mut one| {
        one.description = Some("changed".to_owned());
        one
    });
    let updated = indicators.update_many(changed).send().await.unwrap();
    assert_eq!(updated.all().unwrap().len(), 2);
    let got = indicators.get(&made[1].id).send().await.unwrap();
    assert_eq!(got.description.as_deref(), Some("changed"));
    let results = indicators.delete_many([made[0].id.as_str(), "none"]).send();
    let (results, failed) = results.await.unwrap().into_parts();
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0].name, "none", "named by its place in the request");
    assert_eq!(results["value"][0]["code"], 0);
    assert_eq!(results["value"][1]["code"], 404);
    let by_own = indicators.delete_by_external_id(["two.example"]).send();
    assert_eq!(by_own.await.unwrap().all().unwrap()["value"][0]["code"], 0);
    let error = indicators.get(&made[1].id).send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_tenant_without_indicators_has_an_empty_list_and_no_error() {
    let (bench, graph) = bench().await;
    let body = r#"{"error":{"code":"ResourceNotFound","message":"none"}}"#;
    let fault = Fault::on("graph.ti_indicators.list").always().status(404);
    bench.sandbox.fault(fault.body(body));
    let all = graph.ti_indicators().list().items().collect_all().await;
    assert!(all.unwrap().is_empty());
}
