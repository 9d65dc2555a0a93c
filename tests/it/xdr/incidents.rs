//! Incidents of Defender XDR: read and updated.

use xdr_api::incidents::XdrIncidentStatus;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn an_incident_is_resolved_and_its_comment_and_tags_stay() {
    let bench = Bench::new().await;
    let incidents = bench.xdr().incidents();
    let listed = incidents
        .list()
        .top(1)
        .send()
        .await
        .unwrap()
        .items
        .remove(0);
    let id = listed.incident_id.unwrap();
    let update = incidents.update(id).status(XdrIncidentStatus::Resolved);
    let update = update.tags(["drill"]).comment("was a drill").send();
    update.await.unwrap();
    let got = incidents.get(id).send().await.unwrap();
    assert_eq!(got.incident_name, listed.incident_name);
    assert_eq!(got.status, Some(XdrIncidentStatus::Resolved));
    assert_eq!(got.tags, ["drill"]);
    let comment = got.comments.last().unwrap();
    assert_eq!(comment.comment.as_deref(), Some("was a drill"));
    let error = incidents.get(1).send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn what_is_changed_here_is_changed_in_graph_and_the_other_way_round() {
    let bench = Bench::new().await;
    let (here, graph) = (bench.xdr().incidents(), bench.xdr().graph().incidents());
    let listed = here.list().top(1).send().await.unwrap().items.remove(0);
    let id = listed.incident_id.unwrap();
    let update = here
        .update(id)
        .classification("FalsePositive")
        .tags(["drill"]);
    update.send().await.unwrap();
    let there = graph.get(id.to_string()).send().await.unwrap();
    assert_eq!(there.classification.unwrap().as_str(), "falsePositive");
    assert_eq!(there.custom_tags, ["drill"]);
    let update = graph
        .update(id.to_string())
        .status("resolved")
        .assigned_to("ann@contoso.com");
    update.send().await.unwrap();
    let got = here.get(id).send().await.unwrap();
    assert_eq!(got.status, Some(XdrIncidentStatus::Resolved));
    assert_eq!(got.assigned_to.as_deref(), Some("ann@contoso.com"));
    assert_eq!(
        got.last_update_time,
        graph
            .get(id.to_string())
            .send()
            .await
            .unwrap()
            .last_update_date_time
    );
}
