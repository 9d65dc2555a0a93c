//! Alerts that people make: in a new incident or in one that exists, checked as documented.

use sandbox::Service;
use serde_json::{Value, json};
use xdr_api::graph::alerts::{
    AlertSeverity, CreateAlertInput, EntityDefinitionInput, EntityDefinitionInputEntityType as Kind,
};

use super::bench;

fn input() -> CreateAlertInput {
    let mut entity = EntityDefinitionInput::default();
    entity.entity_type = Some(Kind::Ip);
    entity.entity_identifier = Some("address".to_owned());
    entity.identifier_value = Some("198.51.100.7".to_owned());
    let mut input = CreateAlertInput::default();
    input.title = Some("Reported by a user".to_owned());
    input.severity = Some(AlertSeverity::High);
    input.description = Some("A mail with a link".to_owned());
    input.category = Some("InitialAccess".to_owned());
    input.entity_definitions = vec![entity];
    input
}

#[tokio::test(start_paused = true)]
async fn an_alert_gets_an_incident_of_its_own_or_the_named_one() {
    let (_bench, graph) = bench().await;
    let alerts = graph.alerts();
    let made = alerts.create(&input()).send().await.unwrap();
    assert_eq!(made.severity, Some(AlertSeverity::High));
    let number = made.incident_id.clone().unwrap();
    let incident = graph.incidents().get(number.as_str()).send().await.unwrap();
    assert_eq!(incident.id.as_str(), number.as_str());
    let listed = alerts.list().items().collect_all().await.unwrap();
    assert!(listed.iter().any(|alert| alert.id == made.id));
    let mut linked = input();
    linked.link_to_incident = Some(number.as_str().parse().unwrap());
    let second = alerts.create(&linked).send().await.unwrap();
    assert_eq!(second.incident_id, made.incident_id);
    linked.link_to_incident = Some(1);
    let unknown = alerts.create(&linked).send().await.unwrap_err();
    assert!(unknown.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn what_is_missing_is_said_before_it_is_sent() {
    let (bench, graph) = bench().await;
    let mut bare = input();
    bare.title = None;
    let error = graph.alerts().create(&bare).send().await.unwrap_err();
    assert!(error.to_string().contains("title"), "{error}");
    assert_eq!(bench.count("graph.alerts.create"), 0);
}

/// What the service refuses, sent without the SDK.
#[tokio::test(start_paused = true)]
async fn bounds_words_and_types_are_those_of_the_page() {
    let (bench, _graph) = bench().await;
    let caller = bench.caller();
    let whole = serde_json::to_value(input()).unwrap();
    let send = async |change: fn(&mut Value)| {
        let mut input = whole.clone();
        change(&mut input);
        let body = json!({"createAlertInput": input});
        let path = "/beta/security/alerts_v2/createAlert";
        caller
            .send(Service::Graph, "POST", path, Some(&body))
            .await
            .status
    };
    assert_eq!(send(|_| {}).await, 201);
    let refused: [fn(&mut Value); 8] = [
        |input| input["entityDefinitions"] = json!([]),
        |input| {
            let one = input["entityDefinitions"][0].clone();
            input["entityDefinitions"] = vec![one; 101].into();
        },
        |input| input["description"] = "x".repeat(5_001).into(),
        |input| input["severity"] = json!("dreadful"),
        |input| input["linkToIncident"] = json!("42"),
        |input| input["category"] = Value::Null,
        |input| input["entityDefinitions"][0]["entityType"] = json!("planet"),
        |input| input["colour"] = json!("red"),
    ];
    for (place, change) in refused.into_iter().enumerate() {
        assert_eq!(send(change).await, 400, "{place}");
    }
}
