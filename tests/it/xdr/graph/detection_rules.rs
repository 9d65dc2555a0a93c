//! Custom detection rules: created, updated, deleted.

use xdr_api::graph::detection_rules::{DetectionRuleStatus, QueryCondition, RuleSchedule};

use super::bench;

#[tokio::test(start_paused = true)]
async fn a_rule_is_made_changed_and_removed() {
    let (_bench, graph) = bench().await;
    let rules = graph.detection_rules();
    let condition = QueryCondition::new("DeviceProcessEvents | take 10");
    let schedule = RuleSchedule::every("PT1H");
    let create = rules
        .create()
        .id("rare-processes")
        .display_name("Rare processes");
    let create = create.status(DetectionRuleStatus::Enabled);
    let create = create.query_condition(&condition).schedule(&schedule);
    let made = create.send().await.unwrap();
    assert_eq!(made.id.as_str(), "rare-processes");
    let update = rules.update(&made.id).status(DetectionRuleStatus::Disabled);
    update.send().await.unwrap();
    let all = rules.list().items().collect_all().await.unwrap();
    let listed = all.iter().find(|one| one.id == made.id).unwrap();
    assert_eq!(listed.status, Some(DetectionRuleStatus::Disabled));
    assert_eq!(listed.query_condition, Some(condition));
    rules.delete(&made.id).send().await.unwrap();
    let error = rules.get(&made.id).send().await.unwrap_err();
    assert!(error.is_not_found());
}
