//! The vendor's documented answers, served by the emulator and read through the SDK, come back unchanged.

use http_core::{Operation, Request};
use sandbox::Sandbox;
use serde_json::Value;

use crate::rows::reference_folder;
use crate::support::{Bench, read};

/// The rows of an operation's documented answers, each key once, in the order of the files.
fn documented(folder: &std::path::Path, operation: &Operation, key: &str) -> Vec<Value> {
    let (product, rest) = operation.id.split_once('.').unwrap();
    let stem = format!("{rest}.response");
    let samples = folder.join(product).join("samples");
    let mut files: Vec<_> = std::fs::read_dir(&samples)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(&stem) && name.ends_with(".json"))
        .collect();
    // `x.json` before `x.2.json`.
    files.sort_by_key(|name| (name.len(), name.clone()));
    assert!(!files.is_empty(), "no sample of {}", operation.id);
    let mut rows: Vec<Value> = Vec::new();
    for file in files {
        let body: Value =
            serde_json::from_slice(&std::fs::read(samples.join(file)).unwrap()).unwrap();
        for row in body["value"].as_array().unwrap() {
            if !rows.iter().any(|known| known[key] == row[key]) {
                rows.push(row.clone());
            }
        }
    }
    rows
}

async fn bench(folder: &std::path::Path) -> Bench {
    Bench::with(Sandbox::builder().data(folder)).await
}

#[tokio::test(start_paused = true)]
async fn documented_lists_come_back_unchanged() {
    let Some(folder) = reference_folder("no documented list was read back") else {
        return;
    };
    let bench = bench(&folder).await;
    let client = bench.host("mde");
    let lists = [
        &mde_api::alerts::LIST,
        &mde_api::machine_actions::LIST,
        &mde_api::machines::LIST,
    ];
    for operation in lists {
        let read = read(&client, Request::new(operation)).await;
        assert!(read.error.is_none(), "{}: {:?}", operation.id, read.error);
        assert_eq!(
            read.rows,
            documented(&folder, operation, "id"),
            "{}",
            operation.id
        );
        println!(
            "{}: {} documented rows read back",
            operation.id,
            read.rows.len()
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_documented_machine_comes_back_unchanged() {
    let Some(folder) = reference_folder("no documented machine was read back") else {
        return;
    };
    let bench = bench(&folder).await;
    // The documents show this machine on several pages, not everywhere alike: any of its records will do.
    let read = |name: &str| -> Value {
        let file = folder.join("mde/samples").join(name);
        serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()
    };
    let shown = read("machines.get.response.json");
    let id = shown["id"].as_str().unwrap();
    let mut documented = documented(&folder, &mde_api::machines::LIST, "id");
    documented.extend([shown.clone(), read("alerts.get_machine.response.json")]);
    let documented: Vec<_> = documented.into_iter().map(record).collect();

    let request = Request::new(&mde_api::machines::GET).set("machine_id", id);
    let got: Value = bench.host("mde").send(request).await.unwrap();
    let got = record(got);
    assert_eq!(got["id"], *id);
    assert!(documented.contains(&got), "{got} is in no document");

    let typed = bench.mde().machines().get(id).send().await.unwrap();
    let encoded = serde_json::to_value(&typed).unwrap();
    for (name, value) in got.as_object().unwrap() {
        assert_eq!(encoded[name], *value, "{name}");
    }
}

/// A record without the envelope's own member.
fn record(mut answer: Value) -> Value {
    answer.as_object_mut().unwrap().remove("@odata.context");
    answer
}
