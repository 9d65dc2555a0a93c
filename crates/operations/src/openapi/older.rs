//! OpenAPI 3.0.3 from a document of 3.1: the same model, in the words of its own dialect of JSON Schema.
//!
//! The rules are mechanical, so the two versions cannot say different things:
//!
//! | 3.1 | 3.0.3 |
//! | --- | --- |
//! | `type: [T, null]` | `type: T`, `nullable: true` |
//! | `anyOf: [$ref, {type: null}]` | `anyOf: [$ref, NULL]`, where `NULL` is an object that may be null and has no other value |
//! | a member beside `$ref` | `allOf: [$ref]` with the member |
//! | `info.summary`, `license.identifier` | left out |

use serde_json::{Value, json};

use super::Document;

/// Members whose values are data, not parts of the document.
const DATA: [&str; 5] = ["example", "examples", "default", "enum", "mapping"];

/// Rewrites a document of 3.1.
pub(super) fn document(mut document: Document) -> Document {
    document.openapi = "3.0.3";
    if let Some(info) = document.info.as_object_mut() {
        info.remove("summary");
    }
    if let Some(license) = document.info["license"].as_object_mut() {
        license.remove("identifier");
    }
    rewrite(&mut document.paths);
    rewrite(&mut document.components);
    document
}

/// Rewrites a value and all that it holds.
fn rewrite(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(rewrite),
        Value::Object(members) => {
            for (name, inner) in members.iter_mut() {
                match (name.as_str(), inner) {
                    // Names of members are not keywords.
                    ("properties", Value::Object(members)) => {
                        members.values_mut().for_each(rewrite)
                    }
                    (name, _) if DATA.contains(&name) || name.starts_with("x-") => {}
                    (_, inner) => rewrite(inner),
                }
            }
            null_as_flag(value);
            null_as_flag_of_branch(value);
            wrap_reference(value);
        }
        _ => {}
    }
}

/// `type: [T, null]` becomes `nullable`.
fn null_as_flag(schema: &mut Value) {
    let kinds = schema.get("type").and_then(Value::as_array).cloned();
    if let Some(kinds) = kinds {
        let mut kinds = kinds.into_iter().filter(|kind| kind != "null");
        if let Some(kind) = kinds.next() {
            schema["type"] = kind;
            schema["nullable"] = true.into();
        }
    }
}

/// One of several values or null: null is a flag of the first branch. A branch without a type, such as a reference, cannot
/// have the flag: `nullable` takes effect beside a type only. Then null stays a branch.
fn null_as_flag_of_branch(schema: &mut Value) {
    let Some(branches) = schema.get_mut("anyOf").and_then(Value::as_array_mut) else {
        return;
    };
    let count = branches.len();
    branches.retain(|branch| *branch != json!({"type": "null"}));
    if branches.len() == count {
        return;
    }
    match branches.first_mut() {
        Some(first) if first.get("type").is_some() => first["nullable"] = true.into(),
        _ => branches.push(json!({"type": "object", "nullable": true, "enum": [null]})),
    }
}

/// A reference has no members beside it in 3.0.
fn wrap_reference(schema: &mut Value) {
    let Some(members) = schema.as_object_mut() else {
        return;
    };
    if members.len() > 1
        && members.get("$ref").is_some_and(Value::is_string)
        && let Some(reference) = members.remove("$ref")
    {
        members.insert("allOf".to_owned(), json!([{"$ref": reference}]));
    }
}
