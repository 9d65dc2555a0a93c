//! Legacy security actions.

use serde_json::json;

use super::{bench, vendor};

#[tokio::test(start_paused = true)]
async fn an_action_is_asked_for_found_and_called_off() {
    let (_bench, graph) = bench().await;
    let actions = graph.security_actions();
    let parameters = [json!({"name": "IP", "value": "192.0.2.1"})];
    let create = actions.create("BlockIp", parameters, &vendor());
    let made = create.action_reason("a test").send().await.unwrap();
    let all = actions.list().items().collect_all().await.unwrap();
    assert!(all.iter().any(|one| one.id == made.id));
    let got = actions.get(&made.id).send().await.unwrap();
    assert_eq!(got.action_reason.as_deref(), Some("a test"));
    actions.cancel(&made.id).send().await.unwrap();
    let cancelled = actions.get(&made.id).send().await.unwrap();
    assert_eq!(cancelled.status.unwrap().as_str(), "Failed");
    assert_eq!(cancelled.states.len(), 1);
    let again = actions.cancel(&made.id).send().await.unwrap_err();
    assert_eq!(again.kind(), http_core::ErrorKind::Refused);
    let error = actions.cancel("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}
