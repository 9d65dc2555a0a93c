//! One change of several records: ids as words, lines, or rows of another command.

use std::collections::BTreeSet;

use sandbox::{Fault, Sandbox};
use serde_json::Value;

use super::program::{Outcome, Program, fixed};

const ISOLATE: [&str; 5] = ["mde", "machines", "isolate", "--comment", "INC-7"];

/// What a list prints with further options.
async fn listed(sandbox: &Sandbox, line: &str) -> String {
    Program::line(line).at(sandbox).run().await.stdout
}

/// Ids of devices that can be isolated.
async fn devices(sandbox: &Sandbox, count: usize) -> Vec<String> {
    let line = format!("mde machines list -n {count} -o id -q");
    let ids = listed(sandbox, &line).await;
    ids.lines().map(str::to_owned).collect()
}

async fn isolated(sandbox: &Sandbox, ids: &[&str], more: &[&str], input: &str) -> Outcome {
    let words = [&ISOLATE[..], ids, more].concat();
    Program::new(&words).at(sandbox).run_with(input).await
}

fn sent(sandbox: &Sandbox) -> usize {
    sandbox.requests("mde.machines.isolate").len()
}

fn machines(outcome: &Outcome) -> Vec<String> {
    let rows = outcome.json();
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| row["machineId"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_of_the_input_is_a_device_and_one_that_fails_keeps_no_other_back() {
    let sandbox = fixed().start().await.unwrap();
    let ids = devices(&sandbox, 3).await;
    let unknown = "f".repeat(40);
    let input = format!(
        "{}\n{}\n\n{unknown}\n{}\n{}\n",
        ids[0], ids[1], ids[0], ids[2]
    );
    let outcome = isolated(&sandbox, &["-"], &["--yes", "-o", "json"], &input).await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert_eq!(machines(&outcome), ids, "{outcome}");
    assert_eq!(sent(&sandbox), 4, "each id once");
    assert!(outcome.stderr.contains(&unknown), "{outcome}");
    assert!(outcome.stderr.contains("3 done, 1 failed"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_alerts_and_of_hunting_name_devices() {
    let sandbox = fixed().start().await.unwrap();
    let alerts = listed(&sandbox, "mde alerts list -n 3 -o ndjson -q").await;
    let meant: BTreeSet<String> = alerts
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["machineId"].clone())
        .map(|id| id.as_str().unwrap().to_owned())
        .collect();
    let outcome = isolated(&sandbox, &["-"], &["--yes", "-o", "json"], &alerts).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let done: BTreeSet<String> = machines(&outcome).into_iter().collect();
    assert_eq!(done, meant);
    let hunt = [
        "hunt",
        "-e",
        "DeviceInfo | distinct DeviceId | take 2",
        "-o",
        "ndjson",
    ];
    let rows = Program::new(&hunt).at(&sandbox).run().await.stdout;
    let read = ["mde", "machines", "get", "-", "-o", "id"];
    let read = Program::new(&read).at(&sandbox).run_with(&rows).await;
    assert_eq!(read.code, Some(0), "{read}");
    assert_eq!(read.stdout.lines().count(), 2, "{read}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_before_all_is_clear() {
    let sandbox = fixed().start().await.unwrap();
    let ids = devices(&sandbox, 2).await;
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let no_question = isolated(&sandbox, &ids, &[], "").await;
    assert_eq!(no_question.code, Some(9), "{no_question}");
    let no_such_name = [&ids[..], &["no-such-device"]].concat();
    let no_such_name = isolated(&sandbox, &no_such_name, &["--yes"], "").await;
    assert_eq!(no_such_name.code, Some(6), "{no_such_name}");
    assert!(
        no_such_name.stderr.contains("nothing was sent"),
        "{no_such_name}"
    );
    let no_id = isolated(&sandbox, &["-"], &["--yes"], "{\"name\":\"x\"}\n").await;
    assert_eq!(no_id.code, Some(2), "{no_id}");
    let download = ["--yes", "--wait", "--download", "package.zip"];
    let collect = [
        "mde",
        "machines",
        "collect-investigation-package",
        "--comment",
        "x",
    ];
    let collect = [&collect[..], &ids, &download].concat();
    let collect = Program::new(&collect).at(&sandbox).run().await;
    assert_eq!(collect.code, Some(2), "{collect}");
    let empty = isolated(&sandbox, &["-"], &["--yes", "-o", "json"], "\n").await;
    assert_eq!(
        (empty.code, empty.json()),
        (Some(0), Value::Array(Vec::new())),
        "{empty}"
    );
    assert!(empty.stderr.contains("nothing was sent"), "{empty}");
    let dry = isolated(&sandbox, &ids, &["--dry-run", "-o", "ndjson"], "").await;
    assert_eq!(
        (dry.code, dry.stdout.lines().count()),
        (Some(0), 2),
        "{dry}"
    );
    assert_eq!(sent(&sandbox), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removal_that_answers_nothing_prints_its_ids() {
    let sandbox = fixed().start().await.unwrap();
    let ids = listed(&sandbox, "mde indicators list -n 2 -o id -q").await;
    let words = ["mde", "indicators", "delete", "-", "--yes", "-o", "id"];
    let outcome = Program::new(&words).at(&sandbox).run_with(&ids).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.stdout, ids, "{outcome}");
    let left = listed(&sandbox, "mde indicators list -o id -q").await;
    assert!(ids.lines().all(|id| !left.lines().any(|one| one == id)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_permission_that_is_missing_ends_it_and_names_the_ids_without_a_call() {
    let sandbox = fixed().start().await.unwrap();
    let ids = devices(&sandbox, 7).await;
    for call in 1..=7 {
        sandbox.fault(Fault::on("mde.machines.isolate").nth(call).status(403));
    }
    let outcome = isolated(&sandbox, &["-"], &["--yes"], &ids.join("\n")).await;
    assert_eq!(outcome.code, Some(5), "{outcome}");
    assert_eq!(sent(&sandbox), 5, "{outcome}");
    let unsent = format!("nothing was sent for {}, {}", ids[5], ids[6]);
    assert!(outcome.stderr.contains(&unsent), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_actions_are_started_before_the_first_wait() {
    let sandbox = fixed().speed(600.0).start().await.unwrap();
    let ids = devices(&sandbox, 2).await;
    let more = ["--yes", "--wait", "-o", "json"];
    let outcome = isolated(&sandbox, &["-"], &more, &ids.join("\n")).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let rows = outcome.json();
    let states: Vec<&Value> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["status"])
        .collect();
    assert_eq!(states, ["Succeeded", "Succeeded"], "{outcome}");
    let calls = sandbox.all_requests();
    let calls: Vec<&str> = calls.iter().map(|call| call.operation.as_str()).collect();
    let looks = calls
        .iter()
        .position(|id| *id == "mde.machine_actions.get")
        .unwrap();
    let begun = calls[..looks]
        .iter()
        .filter(|id| **id == "mde.machines.isolate");
    assert_eq!(begun.count(), 2, "{calls:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_and_the_id_of_one_device_are_one_call() {
    let sandbox = fixed().start().await.unwrap();
    let line = "mde machines list -n 1 -o csv --columns id,computerDnsName --no-header -q";
    let device = listed(&sandbox, line).await;
    let (id, name) = device.trim().split_once(',').unwrap();
    let outcome = isolated(&sandbox, &[id, name], &["--yes", "-o", "json"], "").await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(machines(&outcome), [id], "{outcome}");
    assert_eq!(sent(&sandbox), 1);
}
