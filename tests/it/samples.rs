//! The vendor's documented answers, served by the emulator and read through the SDK, come back unchanged.

use http_core::{Operation, Place, Request};
use mde_api::machines::LiveResponseCommand;
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

/// What the documents show of a request, made of the same inputs.
#[test]
fn documented_requests_are_made_of_the_rows_inputs() {
    let Some(folder) = reference_folder("no documented request was made") else {
        return;
    };
    let base = http_core::Url::parse("https://api.example").unwrap();
    let mut count = 0;
    for operation in mde_api::OPERATIONS {
        let stem = operation.id.trim_start_matches("mde.");
        let file = folder
            .join("mde/samples")
            .join(format!("{stem}.request.json"));
        let Ok(text) = std::fs::read(file) else {
            continue;
        };
        let shown: Value = serde_json::from_slice(&text).unwrap();
        let mut request = Request::new(operation);
        for param in operation
            .params
            .iter()
            .filter(|param| param.place == Place::Path)
        {
            request = request.set(param.name, "id");
        }
        for (name, value) in shown.as_object().unwrap() {
            request = request.set_open(name, value.clone());
        }
        let made = request
            .to_http(&base)
            .unwrap_or_else(|error| panic!("{}: {error}", operation.id));
        let made: Value = serde_json::from_slice(made.body()).unwrap();
        assert_eq!(made, shown, "{}", operation.id);
        count += 1;
    }
    assert!(count >= 27, "{count}");
    println!("{count} documented requests made");
}

/// The builders write the same bodies.
#[test]
fn builders_write_what_the_documents_show() {
    let Some(folder) = reference_folder("no documented request was built") else {
        return;
    };
    let shown = |name: &str| -> Value {
        let file = folder
            .join("mde/samples")
            .join(format!("{name}.request.json"));
        serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()
    };
    let token = auth_core::StaticToken::new(auth_core::SecretString::from("none")).unwrap();
    let client = mde_api::Client::new(std::sync::Arc::new(token)).unwrap();
    let base = http_core::Url::parse("https://api.example").unwrap();
    let body = |request: &Request| -> Value {
        serde_json::from_slice(request.to_http(&base).unwrap().body()).unwrap()
    };
    let isolate = client
        .machines()
        .isolate("id", "Isolate machine due to alert 1234");
    assert_eq!(
        body(isolate.isolation_type("full").request()),
        shown("machines.isolate")
    );

    let documented = shown("machines.run_live_response");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let commands = documented["Commands"]
        .as_array()
        .unwrap()
        .iter()
        .map(|command| {
            let param = |at: usize| text(&command["params"][at]["value"]);
            match command["type"].as_str().unwrap() {
                "PutFile" => LiveResponseCommand::put_file(param(0)),
                "GetFile" => LiveResponseCommand::get_file(param(0)),
                _ => LiveResponseCommand::run_script_with(param(0), param(1)),
            }
        });
    let run = client
        .machines()
        .run_live_response("id", commands)
        .comment(text(&documented["Comment"]));
    assert_eq!(body(run.request()), documented);

    let mut documented = shown("indicators.import");
    let indicators: Vec<mde_api::indicators::Indicator> =
        serde_json::from_value(documented["Indicators"].clone()).unwrap();
    // A list that is empty is left out: both mean all device groups.
    for indicator in documented["Indicators"].as_array_mut().unwrap() {
        let members = indicator.as_object_mut().unwrap();
        members.retain(|_, value| *value != serde_json::json!([]));
    }
    assert_eq!(
        body(client.indicators().import(indicators).request()),
        documented
    );
}
