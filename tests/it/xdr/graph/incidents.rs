//! Incidents: expanded with their alerts, updated, merged.

use xdr_api::graph::incidents::IncidentStatus;

use super::bench;

#[tokio::test(start_paused = true)]
async fn an_incident_has_the_alerts_that_name_it() {
    let (_bench, graph) = bench().await;
    let incidents = graph.incidents();
    let id = incidents
        .list()
        .top(1)
        .send()
        .await
        .unwrap()
        .items
        .remove(0)
        .id;
    let expanded = incidents.get(&id).expand("alerts").send().await.unwrap();
    let alerts = incidents
        .list_alerts(&id)
        .items()
        .collect_all()
        .await
        .unwrap();
    assert!(!alerts.is_empty());
    assert_eq!(expanded.alerts.len(), alerts.len());
    for alert in alerts {
        assert_eq!(alert.incident_id.as_ref(), Some(&id));
    }
}

#[tokio::test(start_paused = true)]
async fn a_change_and_a_comment_stay() {
    let (_bench, graph) = bench().await;
    let incidents = graph.incidents();
    let id = incidents
        .list()
        .top(1)
        .send()
        .await
        .unwrap()
        .items
        .remove(0)
        .id;
    let update = incidents.update(&id).status(IncidentStatus::Resolved);
    update.custom_tags(["drill"]).send().await.unwrap();
    incidents
        .create_comment(&id, "was a drill")
        .send()
        .await
        .unwrap();
    let got = incidents.get(&id).send().await.unwrap();
    assert_eq!(got.status, Some(IncidentStatus::Resolved));
    assert_eq!(got.custom_tags, ["drill"]);
    let comment = got.comments.last().unwrap();
    assert_eq!(comment.comment.as_deref(), Some("was a drill"));
}

#[tokio::test(start_paused = true)]
async fn merged_incidents_leave_one_and_point_to_it() {
    let (_bench, graph) = bench().await;
    let incidents = graph.incidents();
    let two = incidents.list().top(2).send().await.unwrap().items;
    let merged = incidents.merge([&two[0].id, &two[1].id]).send().await;
    let target = merged.unwrap().target_incident_id.unwrap();
    let gone = two.iter().find(|one| one.id.as_str() != target).unwrap();
    let gone = incidents.get(&gone.id).send().await.unwrap();
    assert_eq!(gone.status, Some(IncidentStatus::Redirected));
    assert_eq!(gone.redirect_incident_id.as_deref(), Some(target.as_str()));
    let left = incidents.list_alerts(&gone.id).send().await.unwrap();
    assert!(left.items.is_empty());
}
