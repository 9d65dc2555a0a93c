//! Health issues of Defender for Identity.

use xdr_api::graph::health_issues::HealthIssueStatus;

use super::bench;

#[tokio::test(start_paused = true)]
async fn an_issue_is_closed() {
    let (_bench, graph) = bench().await;
    let issues = graph.health_issues();
    let id = issues.list().send().await.unwrap().items.remove(0).id;
    let close = issues.update(&id, HealthIssueStatus::Closed);
    close.send().await.unwrap();
    let closed = issues.get(&id).send().await.unwrap();
    assert_eq!(closed.status, Some(HealthIssueStatus::Closed));
    let error = issues.get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}
