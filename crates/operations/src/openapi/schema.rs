//! Schemas of the types of the tables.
//!
//! Types are written for JSON Schema 2020-12; [`older`](super::older) rewrites them. Formats are those of the OpenAPI format
//! registry, so that generators choose the right type: `int32`, `int64`, `double`, `date`, `date-time`, `uuid`, `binary`.

use serde_json::{Value, json};

/// The schema of a type that names no entity; `None` for `object:E` and `array:T`.
pub(super) fn plain(kind: &str) -> Option<Value> {
    Some(match kind {
        "string" | "enum" => json!({"type": "string"}),
        "guid" => json!({"type": "string", "format": "uuid"}),
        "date" => json!({"type": "string", "format": "date"}),
        "datetime" => json!({"type": "string", "format": "date-time"}),
        "bool" => json!({"type": "boolean"}),
        "int32" => json!({"type": "integer", "format": "int32"}),
        "int64" => json!({"type": "integer", "format": "int64"}),
        "double" => json!({"type": "number", "format": "double"}),
        "binary" => json!({"type": "string", "format": "binary"}),
        "object" => json!({"type": "object"}),
        _ if kind.contains(':') => return None,
        _ => json!({}),
    })
}

/// The schema of a time as it is written on the wire.
pub(super) fn time(wire: &str) -> Value {
    match wire {
        "epoch_ms" => json!({
            "type": "integer", "format": "int64", "description": "Milliseconds since 1970",
        }),
        "date_and_time" => json!({
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$",
            "description": "UTC, written as 2020-12-30 14:17:26",
        }),
        _ => json!({"type": "string", "format": "date-time"}),
    }
}

/// The words of a table as values of a type: texts stay texts, numbers are numbers. Empty if the words do not fit.
pub(super) fn words(kind: &str, values: &[Value]) -> Vec<Value> {
    let fits = |value: &Value| match kind {
        "string" | "enum" => value.is_string() || value.is_i64() || value.is_boolean(),
        "int32" | "int64" => value.is_i64(),
        "bool" => value.is_boolean(),
        _ => false,
    };
    match values.iter().all(fits) {
        true => values.to_vec(),
        false => Vec::new(),
    }
}

/// The pattern of one or several words with commas between them.
pub(super) fn several(words: &[Value]) -> String {
    let words: Vec<_> = words.iter().filter_map(Value::as_str).collect();
    let word = words.join("|");
    format!("^({word})(,({word}))*$")
}

/// The JSON type that all words have. Words of several types have none.
pub(super) fn type_of_words(words: &[Value]) -> Option<&'static str> {
    let of = |value: &Value| match value {
        Value::String(_) => "string",
        Value::Bool(_) => "boolean",
        _ => "integer",
    };
    let first = of(words.first()?);
    words.iter().all(|word| of(word) == first).then_some(first)
}

/// The schema, or null.
pub(super) fn or_null(mut schema: Value) -> Value {
    if schema.get("$ref").is_some() || schema.get("anyOf").is_some() {
        let mut either = json!({"anyOf": [schema, {"type": "null"}]});
        if let Some(text) = either["anyOf"][0]
            .as_object_mut()
            .and_then(|inner| inner.remove("description"))
        {
            either["description"] = text;
        }
        return either;
    }
    if let Some(kind) = schema.get("type").cloned() {
        schema["type"] = json!([kind, "null"]);
    }
    if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    }
    schema
}

/// A reference to a schema of the components.
pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// Adds a sentence to the description of a schema.
pub(super) fn describe(schema: &mut Value, text: &str) {
    if text.is_empty() {
        return;
    }
    let known = schema.get("description").and_then(Value::as_str);
    let text = match known {
        Some(known) => format!("{text} {known}."),
        None => text.to_owned(),
    };
    schema["description"] = text.into();
}

/// Words in capitals: `MachinesListAlerts` for `machines.list_alerts`.
pub(super) fn pascal(text: &str) -> String {
    let words = text.split(['.', '_', '-']);
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    words.map(capital).collect()
}
