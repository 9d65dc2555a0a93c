//! Tasks of Defender Experts: found by incident, their actions carried out.

use http_core::ErrorKind;
use sandbox::Fault;
use xdr_api::graph::incidents::{
    IncidentTask, IncidentTaskActionStatus as Status, IncidentTaskActionType as Action,
    IncidentTaskResponseAction,
};

use super::bench;

/// After so long an action has ended.
const ENDED: std::time::Duration = std::time::Duration::from_secs(60);

fn of(tasks: Vec<IncidentTask>, action: &Action) -> IncidentTask {
    let mut tasks = tasks.into_iter();
    tasks
        .find(|task| task.action_type.as_ref() == Some(action))
        .unwrap()
}

#[tokio::test(start_paused = true)]
async fn the_action_of_a_task_runs_and_ends() {
    let (bench, graph) = bench().await;
    let tasks = graph.incident_tasks();
    let all = async || tasks.list().send().await.unwrap().items;
    let task = of(all().await, &Action::IsolateDevice);
    assert_eq!(task.action_status, Some(Status::NotStarted));
    let Some(IncidentTaskResponseAction::IsolateDeviceIncidentTaskResponse(action)) =
        &task.response_action
    else {
        panic!("{task:?}");
    };
    let device = action.identifier_value.clone().unwrap();
    bench.mde().machines().get(device).send().await.unwrap();
    tasks
        .execute_response_action(&task.id)
        .send()
        .await
        .unwrap();
    let now = of(all().await, &Action::IsolateDevice);
    assert_eq!(now.action_status, Some(Status::InProgress));
    let again = tasks.execute_response_action(&task.id).send().await;
    assert_eq!(again.unwrap_err().kind(), ErrorKind::Refused);
    bench.sandbox.advance(ENDED);
    let now = of(all().await, &Action::IsolateDevice);
    assert_eq!(now.action_status, Some(Status::Completed));
    assert!(now.last_modified_date_time > task.last_modified_date_time);
}

#[tokio::test(start_paused = true)]
async fn what_people_have_to_do_is_refused_and_a_failure_shown() {
    let (bench, graph) = bench().await;
    let tasks = graph.incident_tasks();
    let all = async || tasks.list().send().await.unwrap().items;
    let text = of(all().await, &Action::Text);
    let refused = tasks.execute_response_action(&text.id).send().await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Refused);
    let none = tasks.execute_response_action("none").send().await;
    assert!(none.unwrap_err().is_not_found());
    let fault = Fault::on("graph.incident_tasks.execute_response_action").action_ends("failed");
    bench.sandbox.fault(fault);
    let scan = of(all().await, &Action::RunAntiVirusScan);
    tasks
        .execute_response_action(&scan.id)
        .send()
        .await
        .unwrap();
    bench.sandbox.advance(ENDED);
    let now = of(all().await, &Action::RunAntiVirusScan);
    assert_eq!(now.action_status, Some(Status::Failed));
}

#[tokio::test(start_paused = true)]
async fn tasks_are_found_by_the_incident_that_filters_name() {
    let (_bench, graph) = bench().await;
    let tasks = graph.incident_tasks();
    let first = tasks.list().send().await.unwrap().items.remove(0);
    let id = first.incident.as_ref().unwrap().id.as_str().to_owned();
    let filter = format!("incidentId eq '{id}'");
    let found = tasks.list().filter(filter.as_str()).send().await.unwrap();
    assert!(found.items.contains(&first));
    assert!(found.items.iter().all(|task| task.extra.is_empty()));
}
