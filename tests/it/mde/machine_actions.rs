//! Machine actions: started, followed to their end, refused.

use std::time::Duration;

use http_core::time::Instant;
use http_core::{ErrorKind, Id};
use mde_api::machine_actions::{MachineAction, MachineActionScope, MachineActionStatus};
use mde_api::machines::{Machine, ScanType};
use mde_api::{Client, Finished};
use sandbox::{Fault, Sandbox};

use crate::support::Bench;

const HOUR: Duration = Duration::from_secs(3600);
const ISOLATE: &str = "mde.machines.isolate";

async fn windows_machine(client: &Client) -> Id<Machine> {
    let list = client.machines().list().filter("osPlatform eq 'Windows11'");
    list.send().await.unwrap().items.remove(0).id
}

async fn isolate(client: &Client, machine: &Id<Machine>) -> http_core::Result<MachineAction> {
    client.machines().isolate(machine, "ticket 7").send().await
}

async fn follow(client: &Client, action: &MachineAction) -> MachineAction {
    let mut poller = client.machine_actions().poller(&action.id);
    match poller.wait(HOUR).await.unwrap() {
        Finished::Succeeded(action) | Finished::Failed(action) => action,
        other => panic!("after an hour: {other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn isolation_is_followed_to_success() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let begun = Instant::now();
    let action = isolate(&client, &machine).await.unwrap();
    assert_eq!(action.status, Some(MachineActionStatus::Pending));
    assert_eq!(action.machine_id.as_ref(), Some(&machine));
    assert_eq!(action.requestor_comment.as_deref(), Some("ticket 7"));

    let done = follow(&client, &action).await;
    assert_eq!(done.id, action.id);
    assert_eq!(done.status, Some(MachineActionStatus::Succeeded));
    let waited = begun.elapsed();
    // The emulator takes a minute and a half; the longest pause between two looks is half a minute.
    assert!(waited >= Duration::from_secs(90) && waited <= Duration::from_secs(121));
    let looks = bench.count("mde.machine_actions.get");
    assert!((5..=12).contains(&looks), "{looks} looks");
}

#[tokio::test(start_paused = true)]
async fn states_are_seen_in_their_order() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let action = isolate(&client, &machine).await.unwrap();
    let mut poller = client.machine_actions().poller(&action.id);
    let mut states = Vec::new();
    while let Some(state) = poller.next_state().await {
        states.push(state.unwrap().status.unwrap());
    }
    states.dedup();
    assert_eq!(
        states,
        [
            MachineActionStatus::Pending,
            MachineActionStatus::InProgress,
            MachineActionStatus::Succeeded
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn second_isolation_is_refused_and_the_hint_says_what_to_do() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    isolate(&client, &machine).await.unwrap();
    let error = isolate(&client, &machine).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    assert_eq!(error.code(), Some("ActiveRequestAlreadyExists"));
    assert!(!error.is_retryable());
    let hint = error.hint().unwrap();
    assert!(hint.contains("machine actions"), "{hint}");
    assert!(hint.contains("cancel"), "{hint}");
    assert_eq!(bench.count(ISOLATE), 2, "a refusal is not tried again");
}

#[tokio::test(start_paused = true)]
async fn time_out_cancelled_and_failed_are_final() {
    for (word, status) in [
        ("TimeOut", MachineActionStatus::TimeOut),
        ("Cancelled", MachineActionStatus::Cancelled),
        ("Failed", MachineActionStatus::Failed),
    ] {
        let bench = Bench::new().await;
        let client = bench.mde();
        let machine = windows_machine(&client).await;
        bench.sandbox.fault(Fault::on(ISOLATE).action_ends(word));
        let action = isolate(&client, &machine).await.unwrap();
        let begun = Instant::now();
        assert_eq!(follow(&client, &action).await.status, Some(status));
        assert!(begun.elapsed() < Duration::from_secs(130), "{word}");
    }
}

#[tokio::test(start_paused = true)]
async fn cancelling_ends_the_wait_of_whoever_follows() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let action = isolate(&client, &machine).await.unwrap();
    let cancelling = async {
        tokio::time::sleep(Duration::from_secs(5)).await;
        let cancel = client
            .machine_actions()
            .cancel(&action.id)
            .comment("wrong device");
        cancel.send().await.unwrap()
    };
    let (followed, cancelled) = tokio::join!(follow(&client, &action), cancelling);
    assert_eq!(cancelled.status, Some(MachineActionStatus::Cancelled));
    assert_eq!(followed.status, Some(MachineActionStatus::Cancelled));
    assert_eq!(
        followed.cancellation_comment.as_deref(),
        Some("wrong device")
    );
}

#[tokio::test(start_paused = true)]
async fn a_device_that_never_answers_leaves_the_action_pending_at_the_deadline() {
    // A clock that stands still: the device never picks the action up.
    let bench = Bench::with(Sandbox::builder().speed(0.0).limits(false)).await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let action = isolate(&client, &machine).await.unwrap();
    let begun = Instant::now();
    let mut poller = client.machine_actions().poller(&action.id);
    match poller.wait(HOUR / 2).await.unwrap() {
        Finished::Pending(left) => {
            assert_eq!(left.id, action.id);
            assert_eq!(left.status, Some(MachineActionStatus::Pending));
        }
        ended => panic!("{ended:?}"),
    }
    let waited = begun.elapsed();
    assert!(waited <= HOUR / 2, "not past the deadline: {waited:?}");
    assert!(waited >= HOUR / 2 - Duration::from_secs(31), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn an_action_that_is_not_visible_yet_is_asked_for_again() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let action = isolate(&client, &machine).await.unwrap();
    let get = "mde.machine_actions.get";
    bench.sandbox.fault(Fault::on(get).times(2).status(404));
    assert_eq!(
        follow(&client, &action).await.status,
        Some(MachineActionStatus::Succeeded)
    );
}

#[tokio::test(start_paused = true)]
async fn an_action_that_was_never_there_is_not_found() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let mut poller = client
        .machine_actions()
        .poller("00000000-0000-0000-0000-000000000000");
    let error = poller.wait(HOUR).await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_package_can_be_fetched_once_it_is_collected() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let collect = client
        .machines()
        .collect_investigation_package(&machine, "ticket 8");
    let action = collect.send().await.unwrap();
    let early = client
        .machine_actions()
        .get_package_uri(&action.id)
        .send()
        .await;
    assert!(early.is_err(), "nothing is there yet");
    follow(&client, &action).await;
    client
        .machine_actions()
        .get_package_uri(&action.id)
        .send()
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_action_that_is_open_is_given_back_instead_of_a_second_one() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let first = client
        .machines()
        .isolate(&machine, "ticket 7")
        .begin()
        .await
        .unwrap();
    assert!(!first.reused);
    let second = client
        .machines()
        .isolate(&machine, "ticket 8")
        .begin()
        .await
        .unwrap();
    assert!(second.reused);
    assert_eq!(second.action.id, first.action.id);
    assert_eq!(second.action.requestor_comment.as_deref(), Some("ticket 7"));
    assert_eq!(
        bench.count(ISOLATE),
        1,
        "nothing was sent for the second one"
    );
}

#[tokio::test(start_paused = true)]
async fn an_open_action_of_a_device_is_found_by_the_name_of_the_device() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let first = isolate(&client, &machine).await.unwrap();
    let record = client.machines().get(&machine).send().await.unwrap();
    let name = record.computer_dns_name.unwrap();
    let named = client.machines().isolate(name, "ticket 8").begin().await;
    let named = named.unwrap();
    assert!(named.reused);
    assert_eq!(named.action.id, first.id);
    assert_eq!(bench.count(ISOLATE), 1);
}

#[tokio::test(start_paused = true)]
async fn an_action_whose_answer_was_lost_is_found_and_not_begun_twice() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    for fault in [
        Fault::on(ISOLATE).disconnect(),
        Fault::on(ISOLATE).truncate(10),
    ] {
        bench.sandbox.fault(fault);
        let begun = client
            .machines()
            .isolate(&machine, "ticket 7")
            .begin()
            .await
            .unwrap();
        assert!(begun.reused);
        assert_eq!(begun.action.machine_id.as_ref(), Some(&machine));
        let cancel = client.machine_actions().cancel(&begun.action.id);
        cancel.comment("next").send().await.unwrap();
    }
    assert_eq!(bench.count(ISOLATE), 2);
}

#[tokio::test(start_paused = true)]
async fn an_action_that_never_began_is_told_of_and_not_repeated() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    bench.sandbox.fault(Fault::on(ISOLATE).status(500));
    let outcome = client
        .machines()
        .isolate(&machine, "ticket 7")
        .begin()
        .await;
    let error = outcome.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(error.hint().unwrap().contains("not repeated"), "{error:?}");
    assert_eq!(bench.count(ISOLATE), 1);
}

#[tokio::test(start_paused = true)]
async fn an_action_of_another_scope_is_not_taken_for_the_same() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    client
        .machines()
        .isolate(&machine, "full")
        .isolation_type("Full")
        .begin()
        .await
        .unwrap();
    let selective = client
        .machines()
        .isolate(&machine, "part")
        .isolation_type("Selective");
    let error = selective.begin().await.unwrap_err();
    assert_eq!(error.code(), Some("ActiveRequestAlreadyExists"));
}

#[tokio::test(start_paused = true)]
async fn a_device_that_is_isolated_already_is_a_refusal() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let action = isolate(&client, &machine).await.unwrap();
    follow(&client, &action).await;
    let again = client.machines().isolate(&machine, "again").begin().await;
    let error = again.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    assert!(error.message().contains("already isolated"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_package_is_saved_whole_though_its_download_breaks_off() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let collect = client
        .machines()
        .collect_investigation_package(&machine, "ticket 8");
    let begun = collect.begin().await.unwrap();
    follow(&client, &begun.action).await;
    bench.sandbox.fault(Fault::on("download").truncate(9));
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("package.zip");
    let package = client.machine_actions().get_package_uri(&begun.action.id);
    let length = package.file().save(&place).await.unwrap();
    let saved = std::fs::read(&place).unwrap();
    assert!(saved.starts_with(b"PK") && saved.len() as u64 == length);
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        1,
        "no part is left"
    );
    let downloads = bench.sandbox.requests("download");
    assert_eq!(
        downloads.iter().map(|one| one.status).collect::<Vec<_>>(),
        [200, 206]
    );
    assert_eq!(downloads[1].header("range"), Some("bytes=9-"));
    let links = bench.count("mde.machine_actions.get_package_uri");
    assert_eq!(links, 1, "the address is still good");
    assert!(
        downloads
            .iter()
            .all(|one| one.header("authorization").is_none())
    );
}

#[tokio::test(start_paused = true)]
async fn the_address_of_a_package_may_run_out_while_it_is_fetched() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let collect = client
        .machines()
        .collect_investigation_package(&machine, "ticket 8");
    let begun = collect.begin().await.unwrap();
    follow(&client, &begun.action).await;
    let package = client.machine_actions().get_package_uri(&begun.action.id);
    bench.sandbox.fault(Fault::on("download").truncate(9));
    let mut file = package.file().open().await.unwrap();
    let mut bytes = file.chunk().await.unwrap().unwrap().to_vec();
    assert_eq!(bytes.len(), 9);
    tokio::time::advance(2 * HOUR).await;
    while let Some(chunk) = file.chunk().await {
        bytes.extend_from_slice(&chunk.unwrap());
    }
    assert_eq!(Some(bytes.len() as u64), file.length());
    let downloads = bench.sandbox.requests("download");
    let answers: Vec<_> = downloads.iter().map(|one| one.status).collect();
    assert_eq!(answers, [200, 403, 206], "by its rest, at a new address");
    assert_eq!(bench.count("mde.machine_actions.get_package_uri"), 2);
}

#[tokio::test(start_paused = true)]
async fn an_investigation_is_followed_to_its_end() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let started = client
        .machines()
        .start_investigation(&machine, "ticket 9")
        .begin()
        .await
        .unwrap();
    match started.wait(HOUR).await.unwrap() {
        Finished::Succeeded(ended) => assert!(ended.end_time.is_some()),
        other => panic!("{other:?}"),
    }
    let poller = client.investigations().poller(&started.action.id);
    assert!(matches!(poller.await.unwrap(), Finished::Succeeded(_)));
}

/// Sends the request and follows its action to success.
macro_rules! done {
    ($client:expr, $request:expr) => {{
        let action = $request.send().await.unwrap();
        let done = follow($client, &action).await;
        assert_eq!(done.status, Some(MachineActionStatus::Succeeded));
        done
    }};
}

#[tokio::test(start_paused = true)]
async fn what_is_restricted_or_isolated_is_let_go_again() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let machines = client.machines();
    let early = machines.unisolate(&machine, "c").send().await;
    assert_eq!(early.unwrap_err().kind(), ErrorKind::Refused);
    done!(&client, machines.isolate(&machine, "c"));
    done!(&client, machines.unisolate(&machine, "c"));
    done!(&client, machines.restrict_code_execution(&machine, "c"));
    done!(&client, machines.unrestrict_code_execution(&machine, "c"));
}

#[tokio::test(start_paused = true)]
async fn a_scan_a_quarantine_and_an_offboarding_are_actions_of_their_device() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let machines = client.machines();
    let scan = done!(
        &client,
        machines.run_antivirus_scan(&machine, "c", ScanType::Full)
    );
    assert_eq!(scan.scope, Some(MachineActionScope::Full));
    let sha1 = "0".repeat(40);
    let stop = machines.stop_and_quarantine_file(&machine, "c", sha1);
    let stop = done!(&client, stop);
    let off = done!(&client, machines.offboard(&machine, "c"));
    let list = client.machine_actions().list();
    let list = list.filter(format!("machineId eq '{machine}'")).items();
    let listed = list.collect_all().await.unwrap();
    for action in [scan, stop, off] {
        assert!(listed.iter().any(|one| one.id == action.id));
    }
}

#[tokio::test(start_paused = true)]
async fn a_wait_without_end_ends_with_the_action() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let action = isolate(&client, &machine).await.unwrap();
    let mut poller = client.machine_actions().poller(&action.id);
    let finished = poller.wait(Duration::MAX).await.unwrap();
    assert!(matches!(finished, Finished::Succeeded(_)), "{finished:?}");
}

/// The wait and the look continue each time another branch of the `select!` wins.
#[tokio::test(start_paused = true)]
async fn looks_come_in_a_select_however_often_another_branch_wins() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let action = isolate(&client, &machine).await.unwrap();
    let mut poller = client.machine_actions().poller(&action.id);
    let (begun, mut beats) = (Instant::now(), 0);
    let mut heartbeat = tokio::time::interval(Duration::from_millis(900));
    while begun.elapsed() < Duration::from_secs(20) {
        tokio::select! {
            _ = heartbeat.tick() => beats += 1,
            state = poller.next_state() => assert!(state.unwrap().is_ok()),
        }
    }
    assert!(beats >= 20, "{beats}");
    // At 0, 1, 2.5, 4.75, 8.1 and 13.2 seconds.
    let looks = bench.count("mde.machine_actions.get");
    assert!((5..=6).contains(&looks), "{looks} looks");
}

#[tokio::test(start_paused = true)]
async fn a_look_that_is_given_up_is_taken_up_again() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let action = isolate(&client, &machine).await.unwrap();
    let get = "mde.machine_actions.get";
    let slow = Duration::from_secs(5);
    bench.sandbox.fault(Fault::on(get).delay(slow));
    let mut poller = client.machine_actions().poller(&action.id);
    let begun = Instant::now();
    while tokio::time::timeout(Duration::from_secs(1), poller.next_state())
        .await
        .is_err()
    {
        assert!(begun.elapsed() < 3 * slow, "the look begins anew each time");
    }
    assert_eq!(bench.count(get), 1);
}

#[tokio::test(start_paused = true)]
async fn looks_that_fail_for_a_while_do_not_end_the_wait() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let machine = windows_machine(&client).await;
    let action = isolate(&client, &machine).await.unwrap();
    let get = "mde.machine_actions.get";
    // Each look is sent four times before it fails.
    bench.sandbox.fault(Fault::on(get).times(8).status(503));
    let done = follow(&client, &action).await;
    assert_eq!(done.status, Some(MachineActionStatus::Succeeded));
    bench.sandbox.fault(Fault::on(get).always().status(503));
    let mut poller = client.machine_actions().poller(&action.id);
    let error = poller.wait(Duration::MAX).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    let mut poller = client.machine_actions().poller(&action.id);
    assert!(poller.next_state().await.unwrap().is_err());
    assert!(poller.next_state().await.is_some(), "it may be asked again");
}
