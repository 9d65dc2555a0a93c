//! Attack simulation training: simulations, their life and reports, training campaigns, content.

mod campaigns;
mod content;
mod reports;

use std::time::Duration;

use serde_json::{Value, json};
use xdr_api::graph::Graph;
use xdr_api::graph::attack_simulation::{
    AccountTargetContent, AttackSimulationOperation, LongRunningOperationStatus, Simulation,
    SimulationAttackTechnique as Technique, SimulationStatus as Status,
};
use xdr_api::{Error, Finished, Started};

use super::bench;
use crate::support::Bench;

const DAY: Duration = Duration::from_secs(86_400);
/// Longer than an operation takes in the emulator.
const LONG: Duration = Duration::from_secs(600);

/// Three users of the tenant, one of them twice, and an address of nobody.
fn targets() -> AccountTargetContent {
    let emails = [
        "bruno.adler@contoso.com",
        "AMELIA.adler@contoso.com",
        "chiara.adler@contoso.com",
        "chiara.adler@contoso.com",
        "nobody@contoso.com",
    ];
    let target = json!({
        "@odata.type": "#microsoft.graph.addressBookAccountTargetContent", "type": "addressBook",
        "accountTargetEmails": emails,
    });
    serde_json::from_value(target).unwrap()
}

/// Lets time pass in the emulator. Tokens end there before the SDK renews them, so it is asked by a new client.
fn later(bench: &Bench, by: Duration) -> Graph {
    bench.sandbox.advance(by);
    bench.xdr().graph()
}

/// The operation that a change began, at its end.
async fn ended(started: Started<AttackSimulationOperation>) -> AttackSimulationOperation {
    match started.wait(LONG).await.unwrap() {
        Finished::Succeeded(operation) => operation,
        other => panic!("{other:?}"),
    }
}

/// The last segment of an address.
fn id_of(operation: &AttackSimulationOperation) -> String {
    let place = operation.resource_location.as_deref().unwrap();
    place.rsplit('/').next().unwrap().to_owned()
}

async fn payload(graph: &Graph) -> String {
    let payloads = graph.attack_simulation().payloads_list();
    let id = payloads.send().await.unwrap().items[0].id.to_string();
    format!("https://graph.microsoft.com/v1.0/security/attackSimulation/payloads/{id}")
}

/// A simulation that is scheduled to start at once and to last three days.
async fn scheduled(graph: &Graph) -> Simulation {
    let training = graph.attack_simulation();
    let create = training
        .simulation_create("Exercise", Technique::CredentialHarvesting)
        .status(Status::Scheduled)
        .duration_in_days(3)
        .included_account_target(&targets())
        .payload_odata_bind(payload(graph).await);
    let operation = ended(create.begin().await.unwrap()).await;
    assert_eq!(operation.percentage_completed, Some(100));
    training
        .simulation_get(id_of(&operation))
        .send()
        .await
        .unwrap()
}

async fn status(graph: &Graph, id: &str) -> Option<Status> {
    let get = graph.attack_simulation().simulation_get(id);
    get.send().await.unwrap().status
}

fn refused<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    let error = outcome.unwrap_err();
    assert_eq!(error.status().map(|one| one.as_u16()), Some(400), "{error}");
    error.to_string()
}

#[tokio::test(start_paused = true)]
async fn a_simulation_is_created_listed_runs_and_ends() {
    let (bench, graph) = bench().await;
    let training = graph.attack_simulation();
    let made = scheduled(&graph).await;
    assert_eq!(made.status, Some(Status::Running));
    assert_eq!(made.duration_in_days, Some(3));
    assert!(made.completion_date_time > made.launch_date_time);
    let Some(AccountTargetContent::AddressBookAccountTarget(included)) =
        &made.included_account_target
    else {
        panic!("{made:?}");
    };
    assert_eq!(included.account_target_emails.len(), 5);
    let listed = training.simulations_list().items().collect_all().await;
    let listed = listed.unwrap();
    let found = listed.iter().find(|one| one.id == made.id).unwrap();
    assert_eq!(found.status, made.status);
    bench.sandbox.advance(DAY * 3);
    assert_eq!(
        status(&graph, made.id.as_str()).await,
        Some(Status::Succeeded)
    );
    training.simulation_delete(&made.id).send().await.unwrap();
    let error = training.simulation_get(&made.id).send().await.unwrap_err();
    assert!(error.is_not_found());
    let again = training.simulation_delete(&made.id).send().await;
    assert!(again.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn nothing_is_there_before_its_operation_has_succeeded() {
    let (bench, graph) = bench().await;
    let training = graph.attack_simulation();
    let count = async || {
        let all = training.simulations_list().items().collect_all().await;
        all.unwrap().len()
    };
    let before = count().await;
    let create = training.simulation_create("Draft", Technique::DriveByUrl);
    let started = create.clone().begin().await.unwrap();
    let look = training.operation_get(&started.action.id);
    let seen = look.clone().send().await.unwrap();
    assert_eq!(seen.status, Some(LongRunningOperationStatus::NotStarted));
    assert_eq!(count().await, before);
    bench.sandbox.advance(Duration::from_secs(40));
    let seen = look.clone().send().await.unwrap();
    assert_eq!(seen.status, Some(LongRunningOperationStatus::Running));
    bench.sandbox.advance(Duration::from_secs(40));
    let seen = look.send().await.unwrap();
    assert_eq!(seen.status, Some(LongRunningOperationStatus::Succeeded));
    assert_eq!(count().await, before + 1);
    assert_eq!(status(&graph, &id_of(&seen)).await, Some(Status::Draft));

    let fault = sandbox::Fault::on("graph.attack_simulation.simulation_create");
    bench.sandbox.fault(fault.action_ends("failed"));
    let failed = create.begin().await.unwrap().wait(LONG).await.unwrap();
    let Finished::Failed(operation) = failed else {
        panic!("{failed:?}");
    };
    assert_eq!(operation.resource_location, None);
    assert_eq!(count().await, before + 1);
}

#[tokio::test(start_paused = true)]
async fn a_draft_is_scheduled_cancelled_and_excluded_in_that_order() {
    let (_bench, graph) = bench().await;
    let training = graph.attack_simulation();
    let create = training.simulation_create("Draft", Technique::LinkInAttachment);
    let id = id_of(&ended(create.begin().await.unwrap()).await);
    let update = || training.simulation_update(id.as_str());
    let set = async |status: Status| update().status(status).begin().await;
    for early in [Status::Cancelled, Status::Excluded, Status::Succeeded] {
        refused(set(early).await);
    }
    // A draft may lack what a schedule needs.
    assert!(refused(set(Status::Scheduled).await).contains("includedAccountTarget"));
    let with_targets = update().included_account_target(&targets());
    let with_targets = with_targets.status(Status::Scheduled);
    assert!(refused(with_targets.clone().begin().await).contains("payload@odata.bind"));
    let whole = with_targets.payload_odata_bind(payload(&graph).await);
    ended(whole.begin().await.unwrap()).await;
    assert_eq!(status(&graph, &id).await, Some(Status::Running));

    let renamed = update().display_name("Renamed").begin().await.unwrap();
    ended(renamed).await;
    let got = training.simulation_get(id.as_str()).send().await.unwrap();
    assert_eq!(got.display_name.as_deref(), Some("Renamed"));
    refused(set(Status::Excluded).await);
    for (next, seen) in [
        (Status::Cancelled, Status::Cancelled),
        (Status::Excluded, Status::Excluded),
    ] {
        ended(set(next).await.unwrap()).await;
        assert_eq!(status(&graph, &id).await, Some(seen));
    }
    refused(set(Status::Scheduled).await);
    let error = training.simulation_update("none").display_name("x");
    assert!(error.begin().await.unwrap_err().is_not_found());
}

/// Sends a body as it is, past the checks of the SDK.
async fn raw(bench: &Bench, method: &str, path: &str, body: Value) -> u16 {
    let path = format!("/v1.0/security/attackSimulation/{path}");
    let caller = bench.caller();
    let heard = caller.send(sandbox::Service::Graph, method, &path, Some(&body));
    heard.await.status
}

#[tokio::test(start_paused = true)]
async fn bodies_of_a_wrong_form_are_refused() {
    let (bench, _) = bench().await;
    let base = json!({"displayName": "one", "attackTechnique": "credentialHarvesting"});
    let wrong = [
        json!({"displayName": 1}),
        json!({"displayName": null}),
        json!({"attackTechnique": "magic"}),
        json!({"durationInDays": "3"}),
        json!({"includedAccountTarget": []}),
        json!({"includedAccountTarget": {"type": "everybody"}}),
        json!({"includedAccountTarget": {"type": "addressBook"}}),
        json!({"includedAccountTarget": {"type": "addressBook", "accountTargetEmails": [1]}}),
        json!({"includedAccountTarget": {"type": "includeAll", "accountTargetEmails": ["a@b.c"]}}),
        json!({"payload@odata.bind": "none"}),
        json!({"payload@odata.bind": "https://graph.microsoft.com/v1.0/security/attackSimulation/payloads/none"}),
        json!({"endUserNotificationSetting": {"positiveReinforcement": {"endUserNotification@odata.bind": 1}}}),
        json!({"unknown": 1}),
    ];
    for part in wrong {
        let mut body = base.clone();
        let members = part.as_object().unwrap().clone();
        body.as_object_mut().unwrap().extend(members);
        let status = raw(&bench, "POST", "simulations", body).await;
        assert_eq!(status, 400, "{part}");
    }
    assert_eq!(raw(&bench, "POST", "simulations", base).await, 202);
    let sent = json!({"@odata.etag": "\"1\"", "id": "none", "status": "Cancelled"});
    let path = "simulations/08384705-4ae6-4e9c-b3c2-7cb178bb9fcb";
    assert_eq!(raw(&bench, "PATCH", path, sent).await, 202);
}
