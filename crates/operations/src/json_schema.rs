//! The inputs of an operation as JSON Schema, for tools of language models and for editors.
//!
//! The schema is made of the same table that [`Invocation::fill`](crate::Invocation::fill) checks against. It is looser
//! in one point: the services add words without notice, so an `enum` is always one branch of an `anyOf` next to any
//! string. Lengths, ranges of time and sizes that JSON Schema has no keyword for are written into the description.

use http_core::filters::{FilterField, FilterKind};
use http_core::{Kind, Operation, Param};
use serde_json::{Map, Value, json};

/// The inputs of an operation as a JSON Schema (draft 2020-12): the object that
/// [`Invocation::inputs`](crate::Invocation::inputs) takes.
///
/// Inputs with one possible value are left out, because they are set without the caller. Properties have the names on
/// the wire. `additionalProperties` is true only for operations with an open body.
///
/// ```
/// use http_core::{Kind, Operation, Param};
///
/// static GET: Operation = Operation::get("x.machines.get", "/machines/{machine_id}")
///     .summary("Gets a device")
///     .inputs(&[Param::path("machine_id"), Param::query("$top").kind(Kind::Integer)]);
///
/// let schema = operations::input_schema(&GET);
/// assert_eq!(schema["title"], "x.machines.get");
/// assert_eq!(schema["required"], serde_json::json!(["machine_id"]));
/// assert_eq!(schema["properties"]["$top"]["type"], "integer");
/// ```
pub fn input_schema(operation: &Operation) -> Value {
    let params = operation.inputs.iter();
    let params = params.filter(|param| param.constant.is_empty());
    let properties: Map<_, _> = params
        .map(|param| (param.name.to_owned(), property(operation, param)))
        .collect();
    let required = operation.inputs.iter();
    let required = required.filter(|param| param.required && param.constant.is_empty());
    let required: Vec<_> = required.map(|param| param.name).collect();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": operation.id,
        "type": "object",
        "properties": properties,
        "additionalProperties": operation.http.open_body,
    });
    let texts = [operation.doc.summary, operation.doc.help];
    let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    put(&mut schema, "description", texts.join(". ").into());
    put(&mut schema, "required", required.into());
    schema
}

/// Adds a member, unless it is null, zero, or an empty text or list.
fn put(schema: &mut Value, name: &str, value: Value) {
    let is_empty = match &value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Number(number) => number.as_u64() == Some(0),
        _ => false,
    };
    if !is_empty {
        schema[name] = value;
    }
}

/// The schema of one input: its type, description, largest number of items and example.
fn property(operation: &Operation, param: &Param) -> Value {
    if param.name == "filters" && !operation.list.filter_fields.is_empty() {
        let mut schema = conditions(operation.list.filter_fields);
        put(&mut schema, "description", param.help.into());
        return schema;
    }
    let mut schema = match param.kind {
        Kind::Text => json!({"type": "string"}),
        Kind::Integer => json!({"type": "integer"}),
        Kind::Bool => json!({"type": "boolean"}),
        Kind::Time => json!({"type": "string", "format": "date-time"}),
        Kind::Enum(known) => open_words(known),
        Kind::Flags(_) => json!({"type": "string"}),
        Kind::List => json!({"type": "array", "items": {"type": "string"}}),
        Kind::Bytes => json!({"type": "string", "contentEncoding": "base64"}),
        _ => objects(param),
    };
    if param.kind == Kind::List
        && let Some((_, known)) = param.words.iter().find(|(path, _)| path.is_empty())
    {
        schema["items"] = open_words(known);
    }
    put(&mut schema, "description", description(param).into());
    let most = operation
        .action
        .batch
        .filter(|batch| batch.input == param.name);
    put(
        &mut schema,
        "maxItems",
        most.map_or(0, |batch| batch.most).into(),
    );
    if let Some(example) = example(param) {
        schema["examples"] = json!([example]);
    }
    schema
}

/// The example of an input as JSON. Times have none: a command line writes them as ages, which JSON does not take.
fn example(param: &Param) -> Option<Value> {
    match param.kind {
        _ if param.example.is_empty() => None,
        Kind::Time => None,
        Kind::Json | Kind::Integer | Kind::Bool => serde_json::from_str(param.example).ok(),
        Kind::List => Some(param.example.split(',').collect()),
        _ => Some(param.example.into()),
    }
}

/// The help of an input, followed by the limits that have no keyword.
fn description(param: &Param) -> String {
    let mut texts = vec![param.help.to_owned()];
    if param.kind == Kind::Time {
        texts.push(match param.until {
            true => "RFC 3339, or how long from now, such as 7d".to_owned(),
            false => "RFC 3339, or an age such as 24h or 7d".to_owned(),
        });
    }
    if let Kind::Flags(known) = param.kind {
        texts.push(format!(
            "Several words with commas between them, of {}",
            known.join(", ")
        ));
    }
    if param.within_days > 0 {
        texts.push(format!("At most {} days ago", param.within_days));
    }
    if param.max_bytes > 0 {
        texts.push(format!("At most {} bytes", param.max_bytes));
    }
    texts.retain(|text| !text.is_empty());
    texts.join(". ")
}

/// Documented words, or any other text: the services add words without notice.
fn open_words(known: &[&str]) -> Value {
    json!({"anyOf": [{"enum": known}, {"type": "string"}]})
}

/// The objects that an input holds, as far as the tables describe them. Without a description any JSON is valid.
fn objects(param: &Param) -> Value {
    let required = param.checks.map_or(&[][..], |checks| checks.required);
    let is_described = param.array || !param.words.is_empty() || !required.is_empty();
    if !is_described {
        return json!({});
    }
    let mut object = json!({"type": "object"});
    for (path, known) in param.words {
        member(&mut object, path, known);
    }
    put(&mut object, "required", json!(required));
    match param.array {
        true => json!({"type": "array", "items": object}),
        false => object,
    }
}

/// Describes the member at a path of names separated by slashes. A member may be a word or an array of words.
fn member(object: &mut Value, path: &str, known: &[&str]) {
    let (name, rest) = path.split_once('/').unwrap_or((path, ""));
    if name.is_empty() {
        return;
    }
    let place = &mut object["properties"][name];
    if rest.is_empty() {
        let words = open_words(known);
        *place = json!({"anyOf": [
            {"enum": known}, {"type": "string"}, {"type": "array", "items": words}
        ]});
    } else {
        // An inner object, or an array of them: both have their members described.
        member(place, rest, known);
    }
}

/// Conditions of a filter language: an object by field, then by operator.
fn conditions(fields: &[FilterField]) -> Value {
    let fields: Map<_, _> = fields
        .iter()
        .map(|field| {
            let operators = field.operators.iter();
            let operators: Map<_, _> = operators
                .map(|operator| ((*operator).to_owned(), operand(field.kind)))
                .collect();
            let schema =
                json!({"type": "object", "properties": operators, "additionalProperties": false});
            (field.name.to_owned(), schema)
        })
        .collect();
    json!({"type": "object", "properties": fields, "additionalProperties": false})
}

fn operand(kind: FilterKind) -> Value {
    match kind {
        FilterKind::Bool => json!({"type": "boolean"}),
        // One value, several, or a flag: it depends on the operator.
        _ => json!({}),
    }
}

#[cfg(test)]
mod tests {
    use http_core::{BodyKind, Checks};

    use super::*;

    static SUBMIT: Operation = Operation::post("t.indicators.submit", "/indicators")
        .summary("Submits indicators")
        .body(BodyKind::Json)
        .batch("Indicators", 500)
        .inputs(&[
            Param::body("Indicators")
                .kind(Kind::Json)
                .array()
                .required()
                .words(&[("action", &["Block"]), ("about/level", &["High"])])
                .checks(&Checks::new().required(&["title"]))
                .example(r#"[{"title":"x"}]"#),
            Param::body("since").kind(Kind::Time).within_days(30),
            Param::body("file").kind(Kind::Bytes).max_bytes(10),
            Param::body("rule").kind(Kind::Json),
        ]);

    #[test]
    fn objects_are_described_in_every_depth() {
        let schema = input_schema(&SUBMIT);
        assert_eq!(schema["description"], "Submits indicators");
        assert_eq!(schema["additionalProperties"], false);
        let indicators = &schema["properties"]["Indicators"];
        assert_eq!(indicators["maxItems"], 500);
        assert_eq!(indicators["examples"], json!([[{"title": "x"}]]));
        let item = &indicators["items"];
        assert_eq!(item["required"], json!(["title"]));
        assert_eq!(
            item["properties"]["action"]["anyOf"][0]["enum"],
            json!(["Block"])
        );
        let inner = &item["properties"]["about"]["properties"]["level"];
        assert_eq!(inner["anyOf"][0]["enum"], json!(["High"]));
    }

    #[test]
    fn kinds_become_types() {
        let schema = input_schema(&SUBMIT);
        let properties = &schema["properties"];
        assert_eq!(properties["since"]["format"], "date-time");
        let help = properties["since"]["description"].as_str().unwrap();
        assert!(help.ends_with("At most 30 days ago"), "{help}");
        assert_eq!(properties["file"]["contentEncoding"], "base64");
        assert_eq!(properties["rule"], json!({}));
    }

    #[test]
    fn conditions_name_fields_and_operators() {
        static FIELDS: &[FilterField] = &[FilterField::new("open", FilterKind::Bool, &["eq"])];
        static QUERY: Operation = Operation::post("t.a.query", "/a")
            .filter_fields(FIELDS)
            .inputs(&[Param::body("filters").kind(Kind::Json)]);
        let schema = input_schema(&QUERY);
        let open = &schema["properties"]["filters"]["properties"]["open"];
        assert_eq!(open["properties"]["eq"]["type"], "boolean");
        assert_eq!(open["additionalProperties"], false);
    }
}
