//! The vendor's documented answers, served by the emulator and read through the SDK, come back unchanged.

use http_core::{Kind, Operation, Place, Request};
use mde_api::machines::LiveResponseCommand;
use sandbox::Sandbox;
use serde_json::Value;

use crate::support::{Bench, read};
use crate::tables::reference_folder;

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
    // Several pages show this machine with different members: compare with any of them.
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

/// The operation of a request file: the longest id that its name begins with.
fn operation_of(product: &str, file: &str) -> Option<&'static Operation> {
    let prefix = if product == "xdr" {
        String::new()
    } else {
        format!("{product}.")
    };
    let name = format!("{prefix}{}", file.trim_end_matches(".request.json"));
    let fitting = crate::pipeline::operations().filter(|one| {
        name.strip_prefix(one.id)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    });
    fitting.max_by_key(|one| one.id.len())
}

/// Operations whose examples cannot be sent: some contain types in place of values, one lacks an input that its own
/// page requires.
const NO_REQUESTS: &[&str] = &[
    "graph.legacy_alerts.update",
    "graph.legacy_alerts.update_many",
    "graph.ti_indicators.update",
];

/// Builds each documented request from the same inputs.
#[test]
fn documented_requests_are_made_of_the_rows_inputs() {
    let Some(folder) = reference_folder("no documented request was made") else {
        return;
    };
    let base = http_core::Url::parse("https://api.example").unwrap();
    for (product, expected) in [("mde", 27), ("mdca", 19), ("xdr", 37)] {
        let files = std::fs::read_dir(folder.join(product).join("samples")).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut count = 0;
        for name in names.filter(|name| name.ends_with(".request.json")) {
            // One page shows filters without an operation.
            let Some(operation) = operation_of(product, &name) else {
                assert_eq!(name, "introduction.filters.request.json");
                continue;
            };
            if NO_REQUESTS.contains(&operation.id) {
                continue;
            }
            let file = folder.join(product).join("samples").join(&name);
            let mut shown: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
            // The path implies the type, so no operation has an input for it.
            if operation.input("@odata.type").is_none() && !operation.http.open_body {
                shown.as_object_mut().unwrap().remove("@odata.type");
            }
            let made = body_of(&filled(operation, &shown), &base, &name);
            assert_eq!(made, small(spelled(operation, shown)), "{name}");
            count += 1;
        }
        assert!(count >= expected, "{product}: {count}");
        println!("{product}: {count} documented requests made");
    }
}

/// The request with every member of a documented body. Pages and models differ in the first letter of some.
fn filled(operation: &'static Operation, shown: &Value) -> Request {
    let in_path = operation
        .inputs
        .iter()
        .filter(|param| param.place == Place::Path);
    let request = in_path.fold(Request::new(operation).allow_retired(), |request, param| {
        request.set(param.name, "id")
    });
    let members = shown.as_object().unwrap().iter();
    members.fold(request, |request, (name, value)| {
        let mut params = operation.inputs.iter();
        let known = params.find(|param| param.name.eq_ignore_ascii_case(name));
        request.set_open(known.map_or(name, |param| param.name), value.clone())
    })
}

/// A documented body with enum words in the spelling of the table. Some pages use another case.
fn spelled(operation: &Operation, mut shown: Value) -> Value {
    for param in operation.inputs {
        let Kind::Enum(words) = param.kind else {
            continue;
        };
        let Some(value) = shown.get_mut(param.name) else {
            continue;
        };
        let known = value.as_str().and_then(|text| {
            let mut words = words.iter();
            words.find(|word| word.eq_ignore_ascii_case(text))
        });
        if let Some(word) = known {
            *value = (*word).into();
        }
    }
    shown
}

fn body_of(request: &Request, base: &http_core::Url, name: &str) -> Value {
    let made = request
        .to_http(base)
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    small(serde_json::from_slice(made.body()).unwrap())
}

/// The body with the names of its members in small letters.
fn small(body: Value) -> Value {
    let Value::Object(members) = body else {
        return body;
    };
    let members = members
        .into_iter()
        .map(|(name, value)| (name.to_ascii_lowercase(), value));
    Value::Object(members.collect())
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

/// A documented request's body.
fn documented_request(folder: &std::path::Path, product: &str, name: &str) -> Value {
    let file = folder
        .join(product)
        .join("samples")
        .join(format!("{name}.request.json"));
    small(serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap())
}

/// The body that a builder writes.
fn body(request: &Request) -> Value {
    let base = http_core::Url::parse("https://api.example").unwrap();
    body_of(request, &base, request.operation().id)
}

/// The same for the other products.
#[test]
fn builders_of_cloud_apps_write_what_the_documents_show() {
    let Some(folder) = reference_folder("no documented request was built") else {
        return;
    };
    let shown = |name: &str| documented_request(&folder, "mdca", name);
    let (cloud_apps, _) = offline();

    let ids = [
        "55af7415f8a0a7a29eef2e1f",
        "55af741cf8a0a7a29eef2e20",
        "5f8d70bfc1ffb25b0a541c7d",
    ];
    let alerts = cloud_apps.alerts();
    let named = mdca_api::alerts::AlertFilters::new().id_eq(ids);
    let close = alerts
        .close_benign(&named)
        .comment("Irrelevant")
        .reason_id(5);
    let close = close.send_feedback(true).feedback_text("Feedback text");
    let close = close.allow_contact(true).contact_email(" user@contoso.com");
    assert_eq!(body(close.request()), shown("alerts.close_benign"));
    let since = mdca_api::activities::ActivityFilters::new()
        .date_gte_ndays(1)
        .service_eq([20893]);
    let scan = cloud_apps.activities().scan().filters(&since);
    assert_eq!(body(scan.request()), shown("activities.scan"));
    let subnets = ["192.168.1.0/24", "192.168.2.0/16"];
    let range = cloud_apps
        .data_enrichment()
        .create("range name", 5, subnets);
    let range = range.organization("Microsoft").tags(["existing tag"]);
    assert_eq!(body(range.request()), shown("data_enrichment.create"));
}

#[test]
fn builders_of_graph_write_what_the_documents_show() {
    let Some(folder) = reference_folder("no documented request was built") else {
        return;
    };
    let shown = |name: &str| documented_request(&folder, "xdr", name);
    let (_, xdr) = offline();

    let graph = xdr.graph();
    let alerts = graph.alerts();
    let moved = alerts.r#move([
        "da637551227677560813_-961444813",
        "da637551227677560813_-961444814",
    ]);
    let moved = moved.incident_id("2972395");
    let moved = moved.alert_comment("Moving alerts for investigation consolidation");
    let moved = moved.new_correlation_reasons("sameAsset, temporalProximity");
    assert_eq!(body(moved.request()), shown("graph.alerts.move"));
    let update = alerts
        .update("id")
        .assigned_to("secAdmin@contoso.onmicrosoft.com");
    let update = update
        .classification("truePositive")
        .determination("malware")
        .status("inProgress");
    assert_eq!(body(update.request()), shown("graph.alerts.update"));
    let hunt = graph
        .hunting()
        .hunt("DeviceProcessEvents")
        .timespan("P90D")
        .any_age();
    assert_eq!(
        body(&hunt.request().unwrap()),
        shown("graph.hunting.run.timespan")
    );
    let account = "256db173-930a-4991-9061-0d51a9a93ba5";
    let action =
        graph
            .identity_accounts()
            .invoke_action("id", account, "disable", "activeDirectory");
    assert_eq!(
        body(action.request()),
        shown("graph.identity_accounts.invoke_action")
    );
    let incident = xdr
        .incidents()
        .update(1)
        .status("Resolved")
        .assigned_to("secop2@contoso.com");
    let incident = incident
        .classification("TruePositive")
        .determination("Malware");
    let incident = incident.tags(["Yossi's playground", "Don't mess with the Zohan"]);
    let incident = incident.comment("pen testing");
    assert_eq!(body(incident.request()), shown("xdr.incidents.update"));
}

/// Clients that send nothing.
fn offline() -> (mdca_api::Client, xdr_api::Client) {
    let token = auth_core::StaticToken::new(auth_core::SecretString::from("none")).unwrap();
    let token = std::sync::Arc::new(token);
    let portal = http_core::Url::parse("https://contoso.us.portal.cloudappsecurity.com").unwrap();
    let cloud_apps = mdca_api::Client::new(
        std::sync::Arc::<auth_core::StaticToken>::clone(&token),
        portal,
    )
    .unwrap();
    (cloud_apps, xdr_api::Client::new(token).unwrap())
}

/// The documented errors, and the errors of the SDK for them.
#[tokio::test(start_paused = true)]
async fn documented_errors_keep_their_code_and_words() {
    let Some(folder) = reference_folder("no documented error was read") else {
        return;
    };
    for (name, status, host) in [
        ("graph.error.response.json", 400, "graph"),
        ("graph.error.unknown_error.response.json", 400, "graph"),
        ("xdr.error.invalid_request_body.json", 400, "xdr"),
        ("xdr.error.resource_not_found.json", 404, "xdr"),
    ] {
        let text = std::fs::read_to_string(folder.join("xdr/samples").join(name)).unwrap();
        let shown: Value = serde_json::from_str(&text).unwrap();
        let bench = Bench::with(Sandbox::builder()).await;
        let row = if host == "xdr" {
            &xdr_api::incidents::GET
        } else {
            &xdr_api::graph::incidents::GET
        };
        bench.sandbox.fault(
            sandbox::Fault::on(row.id)
                .always()
                .status(status)
                .body(text),
        );
        let request = Request::new(row).set("incident_id", "1");
        let error = bench.host(host).send::<Value>(request).await.unwrap_err();
        assert_eq!(error.code(), shown["error"]["code"].as_str(), "{name}");
        let words = shown["error"]["message"].as_str().unwrap();
        assert!(error.message().contains(words), "{name}: {error}");
    }
}
