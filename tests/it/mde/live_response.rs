//! Live response: commands in a session, results on disk, and what happens when one of them fails.

use std::time::Duration;

use http_core::{ErrorKind, Id};
use mde_api::live_response::LiveResponseStepState;
use mde_api::machine_actions::{MachineAction, MachineActionStatus};
use mde_api::machines::{LiveResponseCommand, Machine};
use mde_api::{Client, Finished};
use sandbox::Fault;

use crate::support::Bench;

const HOUR: Duration = Duration::from_secs(3600);
const RUN: &str = "mde.machines.run_live_response";

async fn a_machine(client: &Client) -> Id<Machine> {
    client
        .machines()
        .list()
        .send()
        .await
        .unwrap()
        .items
        .remove(0)
        .id
}

fn commands() -> [LiveResponseCommand; 3] {
    [
        LiveResponseCommand::put_file("triage.sh"),
        LiveResponseCommand::run_script_with("triage.sh", "--all \"quoted\""),
        LiveResponseCommand::get_file("/tmp/triage.tar"),
    ]
}

async fn ended(client: &Client, action: &MachineAction) -> MachineAction {
    let mut poller = client.machine_actions().poller(&action.id);
    match poller.wait(HOUR).await.unwrap() {
        Finished::Succeeded(action) | Finished::Failed(action) => action,
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn results_are_fetched_by_their_commands() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = a_machine(&client).await;
    let run = client
        .machines()
        .run_live_response(&machine, commands())
        .comment("ticket 7");
    let begun = run.begin().await.unwrap();
    let action = ended(&client, &begun.action).await;
    let steps = action.steps();
    assert!(
        steps
            .iter()
            .all(|step| step.state == LiveResponseStepState::Completed)
    );
    let with_result: Vec<_> = steps
        .iter()
        .filter(|step| step.has_result())
        .map(|step| step.index)
        .collect();
    assert_eq!(
        with_result,
        [1, 2],
        "what was put onto the device leaves nothing"
    );

    let script = client
        .machine_actions()
        .script_result(&action.id, 1)
        .await
        .unwrap();
    assert_eq!(script.script_name.as_deref(), Some("triage.sh"));
    assert_eq!(script.exit_code, Some(0));
    let printed = script.script_output.unwrap();
    assert!(
        printed.contains("--all \"quoted\"\r\n") && printed.ends_with('\0'),
        "{printed:?}"
    );

    // The connection breaks after the first piece of the file.
    bench.sandbox.fault(Fault::on("download").truncate(50));
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("triage.gz");
    let file = client
        .machine_actions()
        .get_live_response_result(&action.id, 2)
        .file();
    let length = file.save(&place).await.unwrap();
    let saved = std::fs::read(&place).unwrap();
    assert_eq!(saved.len() as u64, length);
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&saved[..]), &mut text)
        .unwrap();
    assert!(text.starts_with("content of /tmp/triage.tar\n") && text.len() > 100_000);
}

#[tokio::test(start_paused = true)]
async fn a_command_that_fails_leaves_out_those_behind_it() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = a_machine(&client).await;
    bench.sandbox.fault(Fault::on(RUN).command_fails(1));
    let begun = client
        .machines()
        .run_live_response(&machine, commands())
        .begin()
        .await
        .unwrap();
    let action = ended(&client, &begun.action).await;
    assert_eq!(action.status, Some(MachineActionStatus::Failed));
    let states: Vec<_> = action.steps().into_iter().map(|step| step.state).collect();
    let failed = LiveResponseStepState::Failed(vec!["The command failed.".to_owned()]);
    assert_eq!(
        states,
        [
            LiveResponseStepState::Completed,
            failed,
            LiveResponseStepState::Skipped
        ]
    );
    let result = client.machine_actions().script_result(&action.id, 1).await;
    assert!(result.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_busy_device_is_waited_for_and_another_session_is_not_taken_for_ours() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = a_machine(&client).await;
    let run = |path: &str| {
        let command = [LiveResponseCommand::get_file(path)];
        client.machines().run_live_response(&machine, command)
    };
    let first = run("/a").begin().await.unwrap();
    let refused = run("/b").begin().await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Refused);
    let second = run("/b").begin_when_free(HOUR).await.unwrap();
    assert!(!second.reused && second.action.id != first.action.id);
    let first = client
        .machine_actions()
        .get(&first.action.id)
        .send()
        .await
        .unwrap();
    assert!(first.status.unwrap().is_final());
}

#[tokio::test(start_paused = true)]
async fn a_session_whose_answer_was_lost_is_found() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = a_machine(&client).await;
    bench.sandbox.fault(Fault::on(RUN).disconnect());
    let begun = client
        .machines()
        .run_live_response(&machine, commands())
        .begin()
        .await
        .unwrap();
    assert!(begun.reused);
    assert_eq!(begun.action.commands.len(), 3);
    assert_eq!(bench.count(RUN), 1);
}
