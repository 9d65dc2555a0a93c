//! Calls every operation of the tables and checks that it answers with its documented
//! status and shape.

use serde_json::Value;

use crate::Service;
use crate::tables::{self, Operation};
use crate::tests::testing::{Bench, TestResponse, encode};

#[tokio::test(start_paused = true)]
async fn every_reading_operation_answers_in_its_shape() {
    let bench = Bench::new().await;
    let mut failures = Vec::new();
    for operation in tables::operations().filter(|operation| operation.method == "GET") {
        let service = Service::of_host(&operation.host);
        let path = path_of(&bench, operation).await;
        let response = ask(&bench, service, operation, &path).await;
        if let Err(why) = check_answer(operation, &response) {
            failures.push(format!("{} {path}: {why}", operation.id));
        }
    }
    assert!(
        failures.is_empty(),
        "{}\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[tokio::test(start_paused = true)]
async fn every_writing_operation_takes_a_body_of_its_own_description() {
    let bench = Bench::new().await;
    let mut failures = Vec::new();
    // These need a form, an address from another call, or a state.
    let apart = [
        "mde.library_files.upload",
        "mde.machine_actions.cancel",
        "mde.machines.unisolate",
        "mde.alerts.create_by_reference",
        "mdca.discovery.perform_upload",
        "mdca.discovery.finalize_upload",
        "graph.case_attachments.upload_content",
    ];
    let rows = tables::operations()
        .filter(|operation| operation.method != "GET" && operation.method != "DELETE");
    for operation in rows.filter(|operation| !apart.contains(&operation.id.as_str())) {
        let service = Service::of_host(&operation.host);
        let path = path_of(&bench, operation).await;
        let body = (operation.body_kind == "json").then(|| body_of(&bench, operation));
        let authorization = authorization(&bench, service, operation).await;
        let method = &operation.method;
        let response = bench
            .send_as(service, method, &path, body.clone(), &authorization)
            .await;
        // Bulk calls answer 206 if an item fails. Here it names no record.
        let is_bulk = operation.id.starts_with("graph.ti_indicators.")
            || operation.id == "graph.legacy_alerts.update_many";
        let partly = response.status == 206 && is_bulk;
        if let (Err(why), false) = (check_answer(operation, &response), partly) {
            failures.push(format!("{} {body:?}: {why}", operation.id));
        }
    }
    assert!(
        failures.is_empty(),
        "{}\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// Samples whose context is not what the service can mean.
const ODD_CONTEXTS: [(&str, &str); 9] = [
    (
        "mde.assessments.list_browser_extensions",
        "names the type of another list",
    ),
    (
        "mde.machines.get",
        "names the set without saying that one record is meant",
    ),
    (
        "graph.threat_submission.email_get",
        "names no set of the paths",
    ),
    (
        "graph.threat_submission.file_get",
        "names no set of the paths",
    ),
    (
        "graph.threat_submission.url_get",
        "names no set of the paths",
    ),
    ("graph.ti_indicators.get", "spells the path in another way"),
    ("graph.ti_indicators.list", "spells the path in another way"),
    ("graph.health_issues.list", "abridged"),
    (
        "graph.attack_simulation.automation_runs_list",
        "holds the key of its example",
    ),
];

/// The contexts of the samples of the vendor, up to the base address. Needs the folder that
/// `DEFENDER_REFERENCE` names.
#[tokio::test(start_paused = true)]
async fn contexts_are_those_of_the_samples() {
    let Some(folder) = std::env::var_os("DEFENDER_REFERENCE").map(std::path::PathBuf::from) else {
        println!("DEFENDER_REFERENCE is not set: no context was compared");
        return;
    };
    let bench = Bench::new().await;
    let fragment = |body: &Value| {
        let context = body["@odata.context"].as_str()?;
        let fragment = context.split_once("$metadata")?.1.trim();
        Some(fragment.replace("contoso.windowsDefenderATP", "microsoft.windowsDefenderATP"))
    };
    let (mut compared, mut failures) = (0, Vec::new());
    for operation in tables::operations().filter(|operation| operation.method == "GET") {
        let Some(name) = &operation.samples.response else {
            continue;
        };
        let file = folder.join(operation.product).join(name);
        let Ok(text) = std::fs::read(&file) else {
            panic!("{} cannot be read", file.display());
        };
        let sample: Value = serde_json::from_slice(&text).unwrap_or_default();
        let Some(wanted) = fragment(&sample) else {
            continue;
        };
        let path = path_of(&bench, operation).await;
        let answer = ask(&bench, Service::of_host(&operation.host), operation, &path).await;
        let told = fragment(&answer.body);
        compared += 1;
        let is_odd = ODD_CONTEXTS.iter().any(|(odd, _)| *odd == operation.id);
        if told.as_ref() != Some(&wanted) && !is_odd {
            failures.push(format!("{}: {told:?} and not {wanted}", operation.id));
        }
    }
    assert!(compared > 50, "{compared} contexts were compared");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// The required members, or the first member if none is required.
fn body_of(bench: &Bench, operation: &Operation) -> Value {
    let required = operation.params_in("body").filter(|param| param.required);
    let first = operation
        .params_in("body")
        .take(1)
        .filter(|param| !param.required);
    required
        .chain(first)
        .map(|param| (param.name.clone(), input(bench, param)))
        .collect()
}

fn input(bench: &Bench, param: &tables::Param) -> Value {
    use serde_json::json;
    let ids = |product, entity| json!([bench.sandbox.peek(product, entity)[0]["id"]]);
    match (param.name.as_str(), param.kind.as_str()) {
        ("alertIds", _) => ids("mde", "Alert"),
        ("MachineIds", _) => ids("mde", "Machine"),
        ("IndicatorIds", _) => ids("mde", "Indicator"),
        ("incidentIds", _) => {
            let rows = bench.sandbox.peek("xdr", "Incident");
            json!([rows[0]["id"], rows[1]["id"]])
        }
        ("createAlertInput", _) => json!({
            "title": "t", "severity": "low", "description": "d", "category": "Execution",
            "entityDefinitions": [
                {"entityType": "ip", "entityIdentifier": "address", "identifierValue": "198.51.100.7"}
            ],
        }),
        ("Commands", _) => {
            json!([{"type": "GetFile", "params": [{"key": "Path", "value": "C:\\a"}]}])
        }
        ("Query", _) => json!("DeviceInfo | take 1"),
        ("Sha1", _) => json!("0123456789012345678901234567890123456789"),
        ("indicatorValue", _) => json!("0123456789012345678901234567890123456789"),
        ("requests", _) => json!([{"id": "1", "method": "GET", "url": "/security/incidents"}]),
        ("subnets", _) => json!(["10.1.0.0/16"]),
        ("filters", _) => json!({}),
        ("value", kind) if kind != "array:string" => json!([{"id": "none"}]),
        (_, _) if param.values.is_some() => {
            let value = &param.values.as_ref().unwrap()[0];
            match (
                param.kind.as_str(),
                crate::values::key_text(value).parse::<i64>(),
            ) {
                ("int32", Ok(number)) => json!(number),
                ("bool", _) => json!(true),
                _ => value.clone(),
            }
        }
        (_, "bool") => json!(true),
        (_, "int32" | "int64" | "double") => json!(1),
        (_, "datetime") => json!("2026-01-01T00:00:00Z"),
        (_, "array:dynamic") => json!([{}]),
        (_, kind) if kind.starts_with("array:object") => json!([{}]),
        (_, kind) if kind.starts_with("array:") => json!(["one"]),
        (_, "dynamic") => json!({}),
        (_, kind) if kind.starts_with("object:") => {
            let example = param.example.as_ref().filter(|value| value.is_object());
            example.cloned().unwrap_or_else(|| json!({}))
        }
        _ => json!("text"),
    }
}

async fn ask(bench: &Bench, service: Service, operation: &Operation, path: &str) -> TestResponse {
    let authorization = authorization(bench, service, operation).await;
    bench
        .send_as(service, "GET", path, None, &authorization)
        .await
}

/// The token that an operation accepts: the legacy one, that of the user where no application may call, or else that
/// of the application.
async fn authorization(bench: &Bench, service: Service, operation: &Operation) -> String {
    let granted = &operation.permissions;
    if operation.id.starts_with("mdca.files.") {
        format!("Token {}", bench.sandbox.mdca_api_token())
    } else if granted.application.is_empty() && !granted.delegated.is_empty() {
        format!("Bearer {}", bench.user_token(service).await)
    } else {
        format!("Bearer {}", bench.token(service).await)
    }
}

/// The path with ids of existing records, and the required query options.
async fn path_of(bench: &Bench, operation: &Operation) -> String {
    let mut path = operation.path.clone();
    for param in operation.params_in("path") {
        let value = value_of(bench, operation, &param.name, param.id_of.as_deref()).await;
        path = path.replace(&format!("{{{}}}", param.name), &encode(&value));
    }
    let query: Vec<String> = operation
        .params_in("query")
        .filter(|param| param.required)
        .map(|param| match (&param.values, param.kind.as_str()) {
            (Some(values), _) => format!("{}={}", param.name, crate::values::key_text(&values[0])),
            (None, "datetime") => format!("{}={}", param.name, bench.sandbox.now()),
            _ => format!("{}=pilot", param.name),
        })
        .collect();
    if query.is_empty() {
        path
    } else {
        format!("{path}?{}", query.join("&"))
    }
}

async fn value_of(bench: &Bench, operation: &Operation, name: &str, id_of: Option<&str>) -> String {
    match (name, id_of) {
        ("timestamp", _) => bench.sandbox.now().to_string(),
        ("period", _) => "P30D".to_owned(),
        ("index", _) => "0".to_owned(),
        ("domain", _) => "mail.example.com".to_owned(),
        ("ip", _) => first(bench, "mde", "Machine", "lastIpAddress").await,
        ("hash" | "sha1", _) => first(bench, "mde", "File", "sha1").await,
        ("user_name", _) => first(bench, "mde", "User", "accountName").await,
        ("incident_id", None) => first(bench, "xdr", "XdrIncident", "incidentId").await,
        ("app_id", _) => "11161".to_owned(),
        ("policy_id", None) => first(bench, "mdca", "Policy", "_id").await,
        ("entity_pk", _) => first_entity_pk(bench).await,
        ("action_id", _) => crate::tests::walk::action_of(bench, operation).await,
        (_, Some(entity)) => {
            let key = tables::product(operation.product)
                .entity(entity)
                .and_then(|entity| entity.key.clone());
            first(
                bench,
                operation.product,
                entity,
                &key.unwrap_or_else(|| "id".to_owned()),
            )
            .await
        }
        (_, None) => "1".to_owned(),
    }
}

/// An action that has what the operation returns: a package or a result.
async fn action_of(bench: &Bench, operation: &Operation) -> String {
    let machine = first(bench, "mde", "Machine", "id").await;
    let (verb, body) = match operation.id.as_str() {
        "mde.machine_actions.get_package_uri" => (
            "collectInvestigationPackage",
            serde_json::json!({"Comment": "walk"}),
        ),
        "mde.machine_actions.get_live_response_result" => (
            "runliveresponse",
            serde_json::json!({"Comment": "walk", "Commands": [
                {"type": "RunScript", "params": [{"key": "ScriptName", "value": "triage.sh"}]}]}),
        ),
        _ => return first(bench, "mde", "MachineAction", "id").await,
    };
    let path = format!("/api/machines/{machine}/{verb}");
    let response = bench.send(Service::Mde, "POST", &path, Some(body)).await;
    bench.sandbox.advance(std::time::Duration::from_secs(600));
    response.body["id"].as_str().unwrap_or_default().to_owned()
}

/// A member of the first seeded record of an entity.
async fn first(bench: &Bench, product: &'static str, entity: &str, member: &str) -> String {
    bench
        .sandbox
        .peek(product, entity)
        .first()
        .map(|row| crate::values::key_text(&row[member]))
        .unwrap_or_default()
}

async fn first_entity_pk(bench: &Bench) -> String {
    use base64::Engine;
    let entity = bench
        .sandbox
        .peek("mdca", "Entity")
        .first()
        .cloned()
        .unwrap_or_default();
    let pk = serde_json::json!({"id": entity["id"], "saas": 11161, "inst": 0});
    base64::engine::general_purpose::STANDARD.encode(pk.to_string())
}

fn check_answer(operation: &Operation, response: &TestResponse) -> Result<(), String> {
    if response.status != operation.response.status {
        return Err(format!(
            "status {} with {}",
            response.status,
            String::from_utf8_lossy(&response.bytes)
        ));
    }
    match operation.response.kind.as_str() {
        "collection" => {
            // This operation has an envelope of its own, which was observed.
            let list = match operation.id.as_str() {
                "mdca.discovery.list_streams" => "streams",
                _ => operation.response.list.as_deref().unwrap_or("value"),
            };
            let rows = match &response.body {
                Value::Array(rows) => rows,
                body => body[list]
                    .as_array()
                    .ok_or_else(|| format!("no list {list} in {body}"))?,
            };
            rows.iter().try_for_each(|record| shaped(operation, record))
        }
        "entity" | "object" | "files" if operation.response.entity.is_some() => {
            shaped(operation, &response.body)
        }
        "entity" | "object" => response
            .body
            .is_object()
            .then_some(())
            .ok_or_else(|| "no object".to_owned()),
        _ => Ok(()),
    }
}

/// Checks that every member that is not nullable exists and has its type.
fn shaped(operation: &Operation, record: &Value) -> Result<(), String> {
    let Some(entity) = operation.entity() else {
        return Ok(());
    };
    if !entity.family.is_empty() {
        return record["@odata.type"]
            .is_string()
            .then_some(())
            .ok_or_else(|| "no @odata.type".to_owned());
    }
    for field in &entity.fields {
        match record.get(&field.name) {
            None if field.nullable => {}
            None => return Err(format!("no member {} in {record}", field.name)),
            Some(Value::Null) if field.nullable => {}
            Some(value) if crate::generic::types::has_type(&field.kind, value) => {}
            Some(value) => return Err(format!("{} is {value}, not {}", field.name, field.kind)),
        }
    }
    Ok(())
}
