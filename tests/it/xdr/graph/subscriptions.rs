//! Change notifications: created, renewed, deleted.

use super::bench;

#[tokio::test(start_paused = true)]
async fn a_subscription_is_renewed_and_ended() {
    let (_bench, graph) = bench().await;
    let subscriptions = graph.subscriptions();
    let (address, resource) = ("https://hooks.example.com/alerts", "/security/alerts");
    let create = subscriptions.create("updated", address, resource, "2099-03-03T00:00:00Z");
    let made = create
        .client_state("a word between us")
        .send()
        .await
        .unwrap();
    let renew = subscriptions.update(&made.id, "2099-03-09T00:00:00Z");
    renew.send().await.unwrap();
    let all = subscriptions.list().items().collect_all().await.unwrap();
    let listed = all.iter().find(|one| one.id == made.id).unwrap();
    assert_eq!(listed.resource.as_deref(), Some(resource));
    assert_eq!(
        listed.expiration_date_time,
        Some("2099-03-09T00:00:00Z".into())
    );
    subscriptions.delete(&made.id).send().await.unwrap();
    let error = subscriptions.get(&made.id).send().await.unwrap_err();
    assert!(error.is_not_found());
}
