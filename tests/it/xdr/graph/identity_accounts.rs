//! Identity accounts: actions and their effect.

use xdr_api::graph::identity_accounts::{IdentityProvider, InvokeActionResultAction};

use super::bench;

#[tokio::test(start_paused = true)]
async fn a_person_is_disabled_and_enabled_again() {
    let (_bench, graph) = bench().await;
    let people = graph.identity_accounts();
    let person = people.list().send().await.unwrap().items.remove(0);
    for (action, enabled) in [
        (InvokeActionResultAction::Disable, false),
        (InvokeActionResultAction::Enable, true),
    ] {
        let provider = IdentityProvider::ActiveDirectory;
        let invoke = people.invoke_action(&person.id, "S-1-5-21-1", action.clone(), provider);
        let done = invoke.send().await.unwrap();
        assert_eq!(done.account_id.as_deref(), Some("S-1-5-21-1"));
        assert_eq!(done.action, Some(action));
        assert!(done.correlation_id.is_some());
        let got = people.get(&person.id).send().await.unwrap();
        assert_eq!(got.is_enabled, Some(enabled));
    }
    let error = people.get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}
