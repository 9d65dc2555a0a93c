//! Requests from the examples of a document.

use jiff::{SignedDuration, Timestamp};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value, json};

use super::document::{Document, Operation};

/// What stays as it is in an address.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b',');

/// Separates the parts of a multipart body.
const BOUNDARY: &str = "part-of-the-examples";

/// Which inputs are sent.
#[derive(Debug)]
pub(super) enum Inputs {
    Required,
    /// The required ones and one more of the path, the query or the headers.
    And(String),
}

/// A request without its server and its token.
#[derive(Clone, Default)]
pub(super) struct Request {
    pub(super) path: String,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

/// The optional parameters that have an example.
pub(super) fn optional(document: &Document, operation: &Operation<'_>) -> Vec<String> {
    let parameters = parameters(document, operation).into_iter();
    let optional = parameters.filter(|one| one["required"] != true && example(one).is_some());
    optional
        .map(|one| one["name"].as_str().unwrap().to_owned())
        .collect()
}

/// The request of an operation, made of examples. Times in a window before `now` are made up.
///
/// # Errors
///
/// The name of a required input without an example.
pub(super) fn made(
    document: &Document,
    operation: &Operation<'_>,
    inputs: &Inputs,
    now: Timestamp,
) -> Result<Request, String> {
    let mut request = Request {
        path: operation.path.to_owned(),
        ..Request::default()
    };
    let mut query = Vec::new();
    for parameter in parameters(document, operation) {
        let name = parameter["name"].as_str().unwrap();
        let is_wanted = matches!(inputs, Inputs::And(wanted) if wanted == name);
        if parameter["required"] != true && !is_wanted {
            continue;
        }
        let value =
            example(parameter).or_else(|| made_up(document.resolved(&parameter["schema"]), now));
        let value = text(&value.ok_or_else(|| name.to_owned())?);
        let encoded = utf8_percent_encode(&value, ENCODED).to_string();
        match parameter["in"].as_str().unwrap() {
            "path" => request.path = request.path.replace(&format!("{{{name}}}"), &encoded),
            "query" => query.push(format!("{name}={encoded}")),
            "header" => request.headers.push((name.to_owned(), value)),
            other => panic!("{other} is not known here"),
        }
    }
    if !query.is_empty() {
        request.path += &format!("?{}", query.join("&"));
    }
    add_body(document, operation, &mut request)?;
    Ok(request)
}

fn parameters<'a>(document: &'a Document, operation: &Operation<'a>) -> Vec<&'a Value> {
    let listed = operation.value["parameters"].as_array();
    let listed = listed.into_iter().flatten();
    listed.map(|one| document.resolved(one)).collect()
}

/// The example of a parameter. One with `content` is a text of that media type.
fn example(parameter: &Value) -> Option<Value> {
    match parameter.pointer("/content/application~1json/example") {
        Some(value) => Some(value.to_string().into()),
        None => parameter.get("example").cloned(),
    }
}

/// A value that any reader of the schema can choose, where the right one depends on the day of the call.
fn made_up(schema: &Value, now: Timestamp) -> Option<Value> {
    let yesterday = now - SignedDuration::from_hours(24);
    match (schema["format"].as_str(), &schema["x-defender-within-days"]) {
        (Some("date-time"), Value::Number(_)) => {
            Some(yesterday.strftime("%Y-%m-%dT%H:%M:%SZ").to_string().into())
        }
        _ => None,
    }
}

/// A value in an address: a list is one text with commas.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

fn add_body(
    document: &Document,
    operation: &Operation<'_>,
    request: &mut Request,
) -> Result<(), String> {
    let Some(content) = operation.value["requestBody"]["content"].as_object() else {
        return Ok(());
    };
    let (media, described) = content.iter().next().unwrap();
    let schema = document.resolved(&described["schema"]);
    let mut kind = media.clone();
    request.body = match (media.as_str(), described.get("example")) {
        ("application/json", Some(example)) => example.to_string().into_bytes(),
        ("application/json", None) if schema["required"].is_null() => b"{}".to_vec(),
        ("application/json", None) => return Err("the body".to_owned()),
        ("multipart/form-data", example) => {
            kind = format!("{media}; boundary={BOUNDARY}");
            parts(schema, example)?
        }
        _ => b"content".to_vec(),
    };
    request.headers.push(("content-type".to_owned(), kind));
    Ok(())
}

/// A multipart body of the required parts. Files have any content.
fn parts(schema: &Value, example: Option<&Value>) -> Result<Vec<u8>, String> {
    let required = schema["required"].as_array().into_iter().flatten();
    let none = json!(Map::new());
    let examples = example.unwrap_or(&none);
    let mut body = String::new();
    for name in required.map(|name| name.as_str().unwrap()) {
        let is_file = schema["properties"][name]["format"] == "binary";
        let (value, file) = match (is_file, examples.get(name)) {
            (true, _) => ("content".to_owned(), "; filename=\"triage.ps1\""),
            (false, Some(value)) => (text(value), ""),
            (false, None) => return Err(name.to_owned()),
        };
        body += &format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n"
        );
    }
    body += &format!("--{BOUNDARY}--\r\n");
    Ok(body.into_bytes())
}
