//! Documents of a small product, in both versions.

use serde_json::{Value, json};

use super::{Server, Tables, Version, document};

/// The service's entry of `services.json`, with members that a document does not show.
const SERVICE: &str = r#"{
    "host": "x", "clouds": [], "unknown_members": "ignored",
    "error": [
        {"name": "fault", "type": "object", "required": true, "fields": [
            {"name": "reason", "type": "string", "nullable": true, "help": "Why"}]},
        {"name": "more", "type": "bool", "fields": [{"name": "rows", "type": "array:object"}]}
    ]
}"#;

const ANSWERS: &str = r#"{
    "operations": {"x.machines.get": {"200": {"id": "m-1"}}, "x.machines.isolate": {"404": {"id": "none"}}},
    "errors": {"x": {"404": {"fault": {"reason": "gone"}}}}
}"#;

fn operations() -> Value {
    let operation = |id: &str, method: &str, path: &str| {
        json!({
            "id": id, "group": "machines", "summary": "s", "method": method, "path": path, "host": "x",
            "status": "ga", "body_kind": "none", "idempotent": true, "effect": "read",
            "paging": {"kind": "none"},
            "permissions": {"application": ["Machine.Read.All"], "delegated": ["Machine.Read"]},
            "params": [], "response": {"status": 200, "kind": "empty"},
        })
    };
    let id = json!({"name": "id", "place": "path", "type": "string", "required": true, "id_of": "Machine"});
    let mut list = operation("x.machines.list", "GET", "/machines");
    list["response"] =
        json!({"status": 200, "kind": "collection", "entity": "Machine", "list": "value"});
    let mut get = operation("x.machines.get", "GET", "/machines/{id}");
    get["params"] = json!([id]);
    get["response"] = json!({"status": 200, "kind": "entity", "entity": "Machine"});
    let mut isolate = operation("x.machines.isolate", "POST", "/machines/{id}/isolate");
    isolate["params"] = json!([id,
        {"name": "comment", "place": "body", "type": "string", "required": true, "example": "INC-7"},
        {"name": "kind", "place": "body", "type": "enum", "required": false, "values": ["Full"]}]);
    isolate["body_kind"] = "json".into();
    isolate["response"] = json!({"status": 201, "kind": "entity", "entity": "Action"});
    isolate["completion"] = json!({"ask": "x.actions.get", "id": ["action", "id"]});
    let mut action = operation("x.actions.get", "GET", "/actions/{action}");
    action["params"] = json!([{"name": "action", "place": "path", "type": "guid", "required": true, "id_of": "Action"}]);
    action["response"] = json!({"status": 200, "kind": "entity", "entity": "Action"});
    let mut query = operation("x.machines.query", "POST", "/machines/query");
    query["body_kind"] = "json".into();
    query["params"] =
        json!([{"name": "text", "place": "body", "type": "string", "required": false}]);
    let mut scan = query.clone();
    scan["id"] = "x.machines.scan".into();
    scan["params"] = json!([{"name": "isScan", "place": "body", "type": "bool", "required": true, "constant": "true"}]);
    json!([list, get, isolate, action, query, scan])
}

fn made(version: Version) -> Value {
    let entities = json!({
        "Machine": {"key": "id", "fields": [
            {"name": "id", "type": "string"},
            {"name": "seen", "type": "datetime", "nullable": true, "wire": "epoch_ms"},
            {"name": "risk", "type": "enum", "nullable": true, "values": ["Low"]},
            {"name": "last", "type": "object:Action", "nullable": true}]},
        "Action": {"key": "id", "fields": [{"name": "id", "type": "guid"}]},
    });
    let (operations, entities) = (operations().to_string(), entities.to_string());
    let tables = Tables {
        name: "x",
        operations: &operations,
        entities: &entities,
        answers: Some(ANSWERS),
    };
    let server = Server::new("x", "https://x.example", "https://x.example/.default");
    let server = server.service(SERVICE).unwrap();
    let document = document(&tables, &[server], version).unwrap();
    serde_json::to_value(document).unwrap()
}

#[test]
fn an_action_links_to_its_end_and_a_list_to_its_rows() {
    let document = made(Version::V31);
    let begun = &document["paths"]["/machines/{id}/isolate"]["post"]["responses"]["201"]["links"];
    assert_eq!(
        begun["completion"],
        json!({"operationId": "x.actions.get", "parameters": {"action": "$response.body#/id"}})
    );
    let rows = &document["paths"]["/machines"]["get"]["responses"]["200"]["links"];
    assert_eq!(
        rows["x_machines_get"]["parameters"]["id"],
        "$response.body#/value/0/id"
    );
}

#[test]
fn every_operation_has_its_answers_of_failure() {
    let document = made(Version::V31);
    for item in document["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values() {
            for status in ["400", "401", "403", "404", "429"] {
                let at = operation["responses"][status]["$ref"].as_str().unwrap();
                let at = at.trim_start_matches('#');
                assert!(document.pointer(at).is_some(), "{at}");
            }
        }
    }
}

#[test]
fn operations_with_one_path_are_variants() {
    let document = made(Version::V31);
    let merged = &document["paths"]["/machines/query"]["post"];
    assert_eq!(merged["operationId"], "x.machines.query");
    assert_eq!(
        merged["x-defender-variants"][1]["operationId"],
        "x.machines.scan"
    );
    let schema = &merged["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(schema["anyOf"].as_array().map(Vec::len), Some(2));
}

#[test]
fn words_are_closed_in_requests_and_open_in_answers() {
    let document = made(Version::V31);
    let schemas = &document["components"]["schemas"];
    let kind = &schemas["MachinesIsolateRequest"]["properties"]["kind"];
    assert_eq!(kind["enum"], json!(["Full"]));
    let risk = &schemas["Machine"]["properties"]["risk"];
    assert_eq!(risk["x-extensible-enum"], json!(["Low"]));
    assert!(risk.get("enum").is_none());
}

#[test]
fn the_older_version_says_null_with_a_flag() {
    let newer = made(Version::V31);
    let older = made(Version::V30);
    assert_eq!(older["openapi"], "3.0.3");
    let seen =
        |document: &Value| document["components"]["schemas"]["Machine"]["properties"].clone();
    assert_eq!(seen(&newer)["seen"]["type"], json!(["integer", "null"]));
    assert_eq!(seen(&older)["seen"]["type"], "integer");
    assert_eq!(seen(&older)["seen"]["nullable"], true);
    let reference = json!({"$ref": "#/components/schemas/Action"});
    let missing = json!({"type": "object", "nullable": true, "enum": [null]});
    assert_eq!(seen(&older)["last"]["anyOf"], json!([reference, missing]));
    assert!(!older.to_string().contains(r#""null""#));
}

#[test]
fn a_service_has_its_own_form_of_errors_and_of_bodies() {
    let document = made(Version::V31);
    let schemas = &document["components"]["schemas"];
    let error = &schemas["XError"];
    assert_eq!(error["required"], json!(["fault"]));
    let reason = &error["properties"]["fault"]["properties"]["reason"];
    assert_eq!(
        *reason,
        json!({"type": ["string", "null"], "description": "Why"})
    );
    let either = &error["properties"]["more"]["anyOf"];
    assert_eq!(either[0], json!({"type": "boolean"}));
    assert_eq!(either[1]["properties"]["rows"]["type"], "array");
    let body = &schemas["MachinesIsolateRequest"];
    assert!(body.get("additionalProperties").is_none(), "{body}");
}

#[test]
fn recorded_answers_are_examples_of_what_they_answer() {
    for version in [Version::V31, Version::V30] {
        let document = made(version);
        let media = |path: &str, method: &str, status: &str| {
            let answers = &document["paths"][path][method]["responses"];
            answers[status]["content"]["application/json"].clone()
        };
        let get = media("/machines/{id}", "get", "200");
        assert_eq!(get["example"], json!({"id": "m-1"}));
        assert!(media("/machines", "get", "200").get("example").is_none());
        let failed = &document["components"]["responses"]["XNotFound"];
        let shown = &failed["content"]["application/json"]["example"];
        assert_eq!(shown["fault"]["reason"], "gone");
    }
}
