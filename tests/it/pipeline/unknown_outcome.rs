//! Connections that break after the request was sent, so that the outcome is unknown.
//!
//! Over real sockets, because the result depends on how the HTTP library reports a broken connection.

use std::time::Duration;

use http_core::{ErrorKind, RetryConfig};
use mde_api::machine_actions::MachineActionType;
use sandbox::{Fault, Sandbox, Service};

use crate::support::{Caller, mde_client, socket_connector};

/// Retries without a pause, so that nothing has to be waited for on a real clock.
fn at_once() -> RetryConfig {
    RetryConfig::default()
        .with_first_delay(Duration::ZERO)
        .with_longest_delay(Duration::ZERO)
}

async fn first_machine(sandbox: &Sandbox) -> String {
    let caller = Caller::new(sandbox.clone());
    let machines = caller.get(Service::Mde, "/api/machines?$top=1").await;
    machines.rows()[0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_isolation_is_not_sent_twice() {
    let sandbox = Sandbox::start().await.unwrap();
    let machine = first_machine(&sandbox).await;
    let client = mde_client(&sandbox, &socket_connector(&sandbox).with_retry(at_once()));
    sandbox.fault(Fault::on("mde.machines.isolate").disconnect());
    let isolate = client.machines().isolate(machine.as_str(), "ticket 7");
    let error = isolate.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert!(!error.is_unsent());
    let hint = error.hint().unwrap();
    assert!(
        hint.contains("may have acted") && hint.contains("not repeated"),
        "{hint}"
    );
    assert_eq!(sandbox.requests("mde.machines.isolate").len(), 1);

    // The service acted. A second request would have been a second action.
    let actions = client.machine_actions().list().send().await.unwrap();
    let isolations = actions.items.iter().filter(|action| {
        action.r#type == Some(MachineActionType::Isolate)
            && action.requestor_comment.as_deref() == Some("ticket 7")
    });
    assert_eq!(isolations.count(), 1);
}

#[tokio::test]
async fn an_answer_cut_short_is_no_reason_to_isolate_again() {
    let sandbox = Sandbox::start().await.unwrap();
    let machine = first_machine(&sandbox).await;
    let client = mde_client(&sandbox, &socket_connector(&sandbox).with_retry(at_once()));
    sandbox.fault(Fault::on("mde.machines.isolate").truncate(20));
    let isolate = client.machines().isolate(machine.as_str(), "ticket 8");
    isolate.send().await.unwrap_err();
    assert_eq!(sandbox.requests("mde.machines.isolate").len(), 1);
}

#[tokio::test]
async fn a_read_is_simply_asked_again() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = mde_client(&sandbox, &socket_connector(&sandbox).with_retry(at_once()));
    sandbox.fault(Fault::on("mde.alerts.list").disconnect());
    let page = client.alerts().list().top(5).send().await.unwrap();
    assert_eq!(page.items.len(), 5);
    assert_eq!(sandbox.requests("mde.alerts.list").len(), 2);
}

#[tokio::test]
async fn a_request_that_nobody_could_receive_is_known_to_be_unsent() {
    let sandbox = Sandbox::start().await.unwrap();
    let connector = socket_connector(&sandbox).with_retry(RetryConfig::never());
    let mut nowhere = crate::support::endpoint(&sandbox, "mde");
    // A port that no process listens on any more.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    nowhere.base.set_port(Some(port)).unwrap();
    let client = mde_api::Client::connect(
        &connector.with_endpoint("mde", nowhere),
        auth_core::Cloud::Worldwide,
    )
    .unwrap();
    let error = client.machines().isolate("m1", "ticket 9").send().await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsent);
    assert!(error.is_unsent());
}
