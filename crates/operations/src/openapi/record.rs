//! The record that an operation answers with, as a JSON Schema of its own.

use std::collections::BTreeSet;

use http_core::Operation;
use serde_json::{Map, Value, json};

use super::Document;

/// Where a document keeps its schemas, and where a schema of its own does.
const SHARED: &str = "#/components/schemas/";
const OWN: &str = "#/$defs/";

/// Where an answer has the schema of its body.
const CONTENT: &str = "/content/application~1json/schema";

impl Document {
    /// The JSON Schema (draft 2020-12) of one record that the operation answers with: of a list its item, of an export by files its row
    /// (a file may write the names of members in other letter case), else the whole answer.
    /// Schemas that it refers to are below `$defs`, so it stands alone. `None` if the document lacks the operation, or the answer is
    /// not JSON.
    ///
    /// Only meant for [`Version::V31`](super::Version::V31), whose schemas are JSON Schema. Members of records are not required, and
    /// others may come: the services leave members out and add some.
    ///
    /// ```
    /// use http_core::Operation;
    /// use operations::openapi::{self, Server, Tables, Version};
    /// use serde_json::json;
    ///
    /// static LIST: Operation = Operation::get("x.rules.list", "/rules").collection("value");
    ///
    /// let operations = json!([{
    ///     "id": "x.rules.list", "group": "rules", "summary": "List rules", "method": "GET", "path": "/rules", "host": "x",
    ///     "status": "ga", "body_kind": "none", "response": {"status": 200, "kind": "collection", "entity": "Rule", "list": "value"},
    /// }]);
    /// let entities = json!({"Rule": {"key": "id", "fields": [{"name": "id", "type": "string"}]}});
    /// let (operations, entities) = (operations.to_string(), entities.to_string());
    /// let tables = Tables { name: "x", operations: &operations, entities: &entities, answers: None };
    /// let server = Server::new("x", "https://x.example/", "https://x.example/.default");
    /// let document = openapi::document(&tables, &[server], Version::V31)?;
    ///
    /// let schema = document.record(&LIST).unwrap();
    /// assert_eq!(schema["$ref"], "#/$defs/Rule");
    /// assert_eq!(schema["$defs"]["Rule"]["properties"]["id"]["type"], "string");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn record(&self, operation: &Operation) -> Option<Value> {
        let schemas = self.components["schemas"].as_object()?;
        let answer = answer(&self.paths, operation.id)?;
        let whole = answer.pointer(CONTENT)?;
        let item = &resolved(schemas, whole)["properties"][operation.list_member()]["items"];
        let found = [&answer["x-defender-row"], item];
        let record = found.into_iter().find(|found| !found.is_null());
        let record = record.unwrap_or(whole);
        let mut definitions = Map::new();
        let mut open: BTreeSet<String> = names(record);
        while let Some(name) = open.pop_first() {
            if let Some(schema) = schemas
                .get(&name)
                .filter(|_| !definitions.contains_key(&name))
            {
                open.extend(names(schema));
                definitions.insert(name, moved(schema.clone()));
            }
        }
        let mut schema = moved(record.clone());
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
        schema["title"] = operation.id.into();
        schema["$defs"] = definitions.into();
        Some(schema)
    }
}

/// The successful answer.
fn answer<'a>(paths: &'a Value, id: &str) -> Option<&'a Value> {
    let is_it = |operation: &&Value| {
        let variants = operation["x-defender-variants"].as_array();
        let mut variants = variants.into_iter().flatten();
        operation["operationId"] == id || variants.any(|variant| variant["operationId"] == id)
    };
    let mut operations = paths.as_object()?.values().flat_map(|path| {
        let methods = path.as_object();
        methods.into_iter().flat_map(Map::values)
    });
    let responses = operations.find(is_it)?["responses"].as_object()?;
    let mut good = responses
        .iter()
        .filter(|(status, _)| status.starts_with('2'));
    good.next().map(|(_, answer)| answer)
}

/// The schema that a reference means, or the schema itself.
fn resolved<'a>(schemas: &'a Map<String, Value>, schema: &'a Value) -> &'a Value {
    let name = schema["$ref"]
        .as_str()
        .and_then(|text| text.strip_prefix(SHARED));
    name.and_then(|name| schemas.get(name)).unwrap_or(schema)
}

/// The names of all schemas that a schema refers to.
fn names(schema: &Value) -> BTreeSet<String> {
    match schema {
        Value::String(text) => text
            .strip_prefix(SHARED)
            .map(str::to_owned)
            .into_iter()
            .collect(),
        Value::Array(items) => items.iter().flat_map(names).collect(),
        Value::Object(members) => members.values().flat_map(names).collect(),
        _ => BTreeSet::new(),
    }
}

/// The schema with its references below `$defs`.
fn moved(schema: Value) -> Value {
    match schema {
        Value::String(text) => match text.strip_prefix(SHARED) {
            Some(name) => json!(format!("{OWN}{name}")),
            None => Value::String(text),
        },
        Value::Array(items) => items.into_iter().map(moved).collect(),
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, moved(value)))
            .collect(),
        other => other,
    }
}
