//! Activities: list, get and feedback.

use sandbox::Sandbox;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn an_activity_is_found_by_its_id_and_judged() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let activities = bench.mdca().activities();
    let listed = activities.query().limit(1).send().await.unwrap().items;
    let listed = &listed[0];
    let got = activities.get(&listed.id_).send().await.unwrap();
    assert_eq!(got.timestamp, listed.timestamp);
    let feedback = activities.send_feedback(&listed.id_).feedback("expected");
    feedback.send().await.unwrap();
    let error = activities.send_feedback("none").feedback("expected");
    assert!(error.send().await.unwrap_err().is_not_found());
}
