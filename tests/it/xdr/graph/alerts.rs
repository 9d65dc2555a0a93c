//! Alerts: updated, commented and moved between incidents.

use xdr_api::graph::alerts::{AlertSeverity, AlertStatus};

use super::bench;

#[tokio::test(start_paused = true)]
async fn what_is_resolved_here_is_resolved_in_defender_for_endpoint() {
    let (bench, graph) = bench().await;
    let alerts = graph.alerts();
    let open = alerts.list().filter("status eq 'new'").top(1).send().await;
    let id = open.unwrap().items.remove(0).id;
    let update = alerts.update(&id).status(AlertStatus::Resolved);
    update
        .assigned_to("analyst@contoso.com")
        .send()
        .await
        .unwrap();
    let got = alerts.get(&id).send().await.unwrap();
    assert_eq!(got.status, Some(AlertStatus::Resolved));
    assert!(got.resolved_date_time.is_some());
    let other = bench.mde().alerts().get(id.as_str()).send().await.unwrap();
    assert_eq!(other.status, Some(mde_api::alerts::AlertStatus::Resolved));
    assert_eq!(other.assigned_to, got.assigned_to);
}

#[tokio::test(start_paused = true)]
async fn comments_are_added_and_all_of_them_answered() {
    let (_bench, graph) = bench().await;
    let alerts = graph.alerts();
    let id = alerts
        .list()
        .top(1)
        .send()
        .await
        .unwrap()
        .items
        .remove(0)
        .id;
    alerts.create_comment(&id, "one").send().await.unwrap();
    let all = alerts.create_comment(&id, "two").send().await;
    let all = all.unwrap().items;
    let texts: Vec<_> = all
        .iter()
        .filter_map(|one| one.comment.as_deref())
        .collect();
    assert!(texts.ends_with(&["one", "two"]), "{texts:?}");
    let got = alerts.get(&id).send().await.unwrap();
    assert_eq!(got.comments, all);
    let error = alerts.get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn an_alert_moves_to_another_incident() {
    let (_bench, graph) = bench().await;
    let alert = graph.alerts().list().top(1).send().await;
    let alert = alert.unwrap().items.remove(0);
    let incidents = graph.incidents().list().top(10).send().await.unwrap().items;
    let target = incidents
        .iter()
        .find(|one| Some(&one.id) != alert.incident_id.as_ref());
    let target = &target.unwrap().id;
    let moved = graph
        .alerts()
        .r#move([&alert.id])
        .incident_id(target.as_str());
    let moved = moved.send().await.unwrap();
    assert_eq!(moved.target_incident_id.as_deref(), Some(target.as_str()));
    let alerts = graph.incidents().list_alerts(target).items();
    let alerts = alerts.collect_all().await.unwrap();
    assert!(alerts.iter().any(|one| one.id == alert.id));
}

#[tokio::test(start_paused = true)]
async fn an_alert_made_by_hand_stands_in_the_incident_that_was_named() {
    let (_bench, graph) = bench().await;
    let incident = graph.incidents().list().top(1).send().await;
    let incident = incident.unwrap().items.remove(0).id;
    let alerts = graph.alerts();
    let create = alerts.create_manual("Found by hand");
    let create = create.severity(AlertSeverity::High).description("a test");
    let made = create
        .link_to_incident(incident.as_str())
        .send()
        .await
        .unwrap();
    let got = alerts.get(&made.id).send().await.unwrap();
    assert_eq!(got.title.as_deref(), Some("Found by hand"));
    assert_eq!(
        (got.status, got.severity),
        (Some(AlertStatus::New), Some(AlertSeverity::High))
    );
    assert_eq!(
        got.incident_id.as_ref().map(|id| id.as_str()),
        Some(incident.as_str())
    );
    let within = graph.incidents().list_alerts(&incident).items();
    let within = within.collect_all().await.unwrap();
    assert!(within.iter().any(|one| one.id == made.id));
    let alone = alerts.create_manual("Another").send().await.unwrap();
    assert_ne!(alone.incident_id.unwrap().as_str(), incident.as_str());
    let lost = alerts.create_manual("Lost").link_to_incident("none");
    assert!(lost.send().await.unwrap_err().is_not_found());
}
