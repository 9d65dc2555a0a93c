//! The crate `operations` over the tables of all products.

mod mapping;

use std::time::SystemTime;

use ::operations::{Catalog, Invocation, input_schema};
use http_core::{Kind, Method, Operation, Param, Place, Request, Url};
use serde_json::{Value, json};

fn catalog() -> Catalog {
    Catalog::new([
        mde_api::OPERATIONS,
        mdca_api::OPERATIONS,
        xdr_api::OPERATIONS,
    ])
}

#[test]
fn operations_are_found_by_what_they_are_for() {
    let catalog = catalog();
    for (description, expected) in [
        (
            "installed software of a device",
            "mde.machines.list_software",
        ),
        ("isolate a device from the network", "mde.machines.isolate"),
        (
            "release a computer from isolation",
            "mde.machines.unisolate",
        ),
        ("start an antivirus scan", "mde.machines.run_antivirus_scan"),
        ("list alerts of a machine", "mde.machines.list_alerts"),
        ("run a hunting query", "graph.hunting.run"),
        ("submit an indicator", "mde.indicators.submit"),
        (
            "vulnerabilities of a software",
            "mde.software.list_vulnerabilities",
        ),
        ("update an incident", "graph.incidents.update"),
        ("secure score", "graph.secure_scores.list"),
        ("cloud apps activities", "mdca.activities.query"),
    ] {
        let found = catalog.search(description);
        let ids: Vec<_> = found
            .iter()
            .take(5)
            .map(|found| found.operation.id)
            .collect();
        assert!(ids.contains(&expected), "{description}: {ids:?}");
    }
}

#[test]
fn a_summary_finds_its_own_operation() {
    let catalog = catalog();
    for operation in catalog.operations().step_by(7) {
        let found = catalog.search(&format!("{} {}", operation.doc.summary, operation.id));
        let mut best = found.iter().take(5);
        assert!(
            best.any(|found| found.operation.id == operation.id),
            "{}: {:?}",
            operation.id,
            found.first().map(|found| found.operation.id)
        );
    }
}

#[test]
fn every_operation_has_a_schema_of_its_inputs() {
    for operation in catalog().operations() {
        let schema = input_schema(operation);
        assert_eq!(schema["title"], operation.id);
        let properties = schema["properties"].as_object().unwrap();
        let asked = operation.inputs.iter();
        let asked = asked.filter(|param| param.constant.is_empty()).count();
        assert_eq!(properties.len(), asked, "{}", operation.id);
        let required = schema["required"].as_array().cloned().unwrap_or_default();
        for param in operation.inputs {
            assert_eq!(
                required.contains(&param.name.into()),
                param.required && param.constant.is_empty(),
                "{} {}",
                operation.id,
                param.name
            );
        }
    }
}

/// A valid value of an input, in JSON.
fn value(operation: &Operation, param: &Param) -> Value {
    if param.name == "filters" && !operation.list.filter_fields.is_empty() {
        let schema = input_schema(operation);
        let fields = schema["properties"]["filters"]["properties"]
            .as_object()
            .unwrap();
        let is_flag = |field: &&Value| field["properties"]["eq"]["type"] == "boolean";
        let with_eq = |field: &&Value| field["properties"]["eq"].is_object();
        let found = fields.iter().find(|(_, field)| is_flag(field));
        return match found {
            Some((name, _)) => json!({name: {"eq": true}}),
            None => {
                let (name, _) = fields.iter().find(|(_, field)| with_eq(field)).unwrap();
                json!({name: {"eq": ["1"]}})
            }
        };
    }
    match param.kind {
        // Of the first documented type of indicators.
        Kind::Text if param.name == "indicatorValue" => "a0".repeat(20).into(),
        Kind::Text => "d1f2a3".into(),
        Kind::Integer => 1.into(),
        Kind::Bool => true.into(),
        Kind::Time if param.until => "7d".into(),
        Kind::Time => "1h".into(),
        Kind::Enum(known) | Kind::Flags(known) => known[0].to_ascii_lowercase().into(),
        Kind::List => json!(["first"]),
        Kind::Json if param.example.is_empty() => json!({}),
        Kind::Json => serde_json::from_str(param.example).unwrap(),
        Kind::Bytes => json!({"base64": "aGk=", "file_name": "a.txt"}),
        other => panic!("{other:?} is not known here"),
    }
}

/// A call with all required inputs, or with all of them.
fn call(operation: &'static Operation, all: bool) -> Invocation {
    let changes = |param: &&Param| param.place == Place::Body;
    let required = operation.inputs.iter().filter(|param| param.required);
    // A change without a member is refused.
    let is_empty =
        operation.http.method == Method::Patch && !required.clone().any(|param| changes(&param));
    let first = operation.inputs.iter().find(changes).filter(|_| is_empty);
    let params = operation.inputs.iter();
    let wanted = params
        .filter(|param| param.constant.is_empty())
        .filter(|param| {
            param.required || all || first.is_some_and(|first| first.name == param.name)
        });
    wanted.fold(Invocation::new(operation.id), |call, param| {
        let value = match (operation.http.path, param.place) {
            (path, Place::Path) if !path.starts_with('/') => "https://h.example/file".into(),
            _ => value(operation, param),
        };
        call.with(param.name, value)
    })
}

fn sent(request: &Request) -> (String, Vec<u8>) {
    let base = Url::parse("https://h.example").unwrap();
    let http = request.clone().allow_retired().to_http(&base).unwrap();
    // Each request has another form boundary.
    let is_form = http
        .headers()
        .get("content-type")
        .is_some_and(|kind| kind.as_bytes().starts_with(b"multipart"));
    let body = if is_form {
        Vec::new()
    } else {
        http.body().to_vec()
    };
    (format!("{} {}", http.method(), http.uri()), body)
}

/// A stored invocation sends the same request, before and after its serialization.
#[test]
fn every_operation_survives_the_round_trip_of_its_invocation() {
    let catalog = catalog();
    let now = SystemTime::now();
    let mut count = 0;
    for operation in catalog.operations() {
        let call = call(operation, false);
        let text = serde_json::to_string(&call).unwrap();
        let read: Invocation = serde_json::from_str(&text).unwrap();
        assert_eq!(read, call, "{text}");
        let filled = call.fill(&catalog, now);
        let filled = filled.unwrap_or_else(|error| panic!("{text}: {error}"));
        let settled = read.settled(&catalog, now).unwrap();
        let text = serde_json::to_string(&settled).unwrap();
        let again: Invocation = serde_json::from_str(&text).unwrap();
        let again = again.fill(&catalog, now).unwrap();
        assert_eq!(
            sent(&again.requests[0]),
            sent(&filled.requests[0]),
            "{text}"
        );
        assert_eq!(settled.settled(&catalog, now).unwrap(), settled, "{text}");
        count += 1;
    }
    assert_eq!(count, 373);
}

#[test]
fn every_input_of_every_operation_is_taken_as_json() {
    let catalog = catalog();
    for operation in catalog.operations() {
        let call = call(operation, true);
        let names: Vec<_> = call.inputs.keys().cloned().collect();
        let asked = operation.inputs.iter();
        let asked = asked.filter(|param| param.constant.is_empty()).count();
        assert_eq!(names.len(), asked, "{names:?}");
        // Inputs that exclude each other are an error of the filled request and not of an input.
        if let Err(error) = call.fill(&catalog, SystemTime::now()) {
            assert!(
                matches!(error, ::operations::Error::Request(_)),
                "{}: {error}",
                operation.id
            );
        }
    }
}
