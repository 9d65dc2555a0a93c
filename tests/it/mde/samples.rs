//! Documented bodies that are not records: addresses, a number, the result of a script, refusals. With the records,
//! which the crate's own test reads, and the requests, which `crate::samples` makes, these are all.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use auth_core::{Cloud, Connector, SecretString, StaticToken};
use http_core::AnswerKind;
use mde_api::Client;
use serde_json::Value;

use crate::support::{Script, Step};
use crate::tables::reference_folder;

/// Not an answer of an operation: the service writes it to a storage account of the customer.
const PUSHED: &[&str] = &[
    "streaming.event_hub_message.json",
    "streaming.storage_row.json",
];

fn body(folder: &Path, name: &str) -> Vec<u8> {
    let path = folder.join("mde/samples").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn json(folder: &Path, name: &str) -> Value {
    serde_json::from_slice(&body(folder, name)).unwrap()
}

/// A client of a service with a scripted answer.
fn client(steps: impl IntoIterator<Item = Step>) -> Client {
    let token = StaticToken::new(SecretString::from("none")).unwrap();
    let connector = Connector::new(Arc::new(token)).with_transport(Script::new(steps));
    Client::connect(&connector, Cloud::Worldwide).unwrap()
}

/// The bodies that this file reads.
const HERE: &[&str] = &[
    "errors.invalid_request_body.json",
    "errors.resource_not_found.json",
    "machine_actions.get_live_response_result.response.2.json",
    "machine_actions.get_live_response_result.response.json",
    "machine_actions.get_package_uri.response.json",
    "machines.count_alerts.response.json",
];

#[tokio::test(start_paused = true)]
async fn addresses_are_read_without_the_quotation_marks_of_their_own() {
    let Some(folder) = reference_folder("no documented address was read") else {
        return;
    };
    let shown = |name: &str| {
        let link = json(&folder, name)["value"].as_str().unwrap().to_owned();
        link.trim_matches('"').to_owned()
    };
    let package = HERE[4];
    let actions = client([Step::ok(body(&folder, package))]).machine_actions();
    let link = actions.get_package_uri("a").send().await.unwrap();
    assert_eq!(link, shown(package));
    let result = HERE[3];
    let actions = client([Step::ok(body(&folder, result))]).machine_actions();
    let link = actions.get_live_response_result("a", 0).send().await;
    assert_eq!(link.unwrap(), shown(result));
}

#[tokio::test(start_paused = true)]
async fn the_result_of_a_script_is_read_whole() {
    let Some(folder) = reference_folder("no documented result was read") else {
        return;
    };
    let steps = [HERE[3], HERE[2]].map(|name| Step::ok(body(&folder, name)));
    let result = client(steps).machine_actions().script_result("a", 0).await;
    let back = serde_json::to_value(result.unwrap()).unwrap();
    assert_eq!(back, json(&folder, HERE[2]));
}

#[tokio::test(start_paused = true)]
async fn a_number_is_a_number() {
    let Some(folder) = reference_folder("no documented number was read") else {
        return;
    };
    let machines = client([Step::ok(body(&folder, HERE[5]))]).machines();
    let count = machines.count_alerts("m").send().await.unwrap();
    assert_eq!(json(&folder, HERE[5]), count);
}

#[tokio::test(start_paused = true)]
async fn refusals_are_told_with_all_that_they_say() {
    let Some(folder) = reference_folder("no documented refusal was read") else {
        return;
    };
    for (status, name) in [(400, HERE[0]), (404, HERE[1])] {
        let machines = client([Step::body(status, body(&folder, name))]).machines();
        let error = machines.get("m").send().await.unwrap_err();
        let shown = &json(&folder, name)["error"];
        assert_eq!(error.code(), shown["code"].as_str());
        assert_eq!(Some(error.message()), shown["message"].as_str());
        assert_eq!(error.request_id(), shown["target"].as_str());
    }
}

fn operation(stem: &str) -> Option<&'static http_core::Operation> {
    let mut rows = mde_api::OPERATIONS.iter().copied();
    rows.find(|row| row.id.trim_start_matches("mde.") == stem)
}

/// Whether an operation answers with records. A test of the crate covers those.
fn has_records(stem: &str) -> bool {
    let row = operation(stem).unwrap_or_else(|| panic!("no operation is called {stem}"));
    matches!(
        row.answer.kind,
        AnswerKind::Collection { .. }
            | AnswerKind::Entity
            | AnswerKind::Object
            | AnswerKind::Files { .. }
    )
}

#[test]
fn every_documented_body_is_read_or_made() {
    let Some(folder) = reference_folder("whether every documented body is read was not looked at")
    else {
        return;
    };
    let files = std::fs::read_dir(folder.join("mde/samples")).unwrap();
    let files = files.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut counts = [0; 4];
    let mut unread = BTreeSet::new();
    for file in files {
        let kind = if HERE.contains(&&*file) {
            Some(0)
        } else if PUSHED.contains(&&*file) {
            Some(1)
        } else if let Some((stem, _)) = file.split_once(".request") {
            operation(stem).is_some().then_some(2)
        } else {
            let stem = file.split_once(".response").map(|(stem, _)| stem);
            stem.is_some_and(has_records).then_some(3)
        };
        match kind {
            Some(kind) => counts[kind] += 1,
            None => {
                unread.insert(file);
            }
        }
    }
    let [here, pushed, requests, records] = counts;
    assert!(unread.is_empty(), "{unread:?}");
    assert_eq!((here, pushed), (HERE.len(), PUSHED.len()));
    println!(
        "{} documented bodies: {records} records and lists, {requests} requests, {here} others read, {pushed} of no \
         operation",
        counts.iter().sum::<usize>()
    );
}
