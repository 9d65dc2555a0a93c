//! Operations with one method and path, as variants of one operation.
//!
//! OpenAPI has one operation for a method and a path. Where the service has several, told apart by a member of the body or by
//! nothing at all, they become one operation that accepts what any of them accepts: bodies and answers are `anyOf`, because
//! a body or a page may fit several of them, and an input is required if every variant requires it. `x-defender-variants` keeps each of them whole but for its answers.

use serde_json::{Value, json};

/// Merges operations. The first gives the id and the texts; the others stand in `x-defender-variants`.
pub(super) fn merged(operations: Vec<Value>) -> Option<Value> {
    let mut operations = operations.into_iter();
    let first = operations.next()?;
    let others: Vec<Value> = operations.collect();
    if others.is_empty() {
        return Some(first);
    }
    let mut merged = first.clone();
    for other in &others {
        merge_parameters(&mut merged, other);
        merge_schema(
            &mut merged,
            other,
            "/requestBody/content/application~1json/schema",
        );
        merge_answers(&mut merged, other);
    }
    let all = std::iter::once(first).chain(others);
    merged["x-defender-variants"] = all.map(variant).collect();
    Some(merged)
}

/// A variant by what tells it apart. Schemas stay in the operation.
fn variant(mut operation: Value) -> Value {
    if let Some(members) = operation.as_object_mut() {
        let own = [
            "operationId",
            "summary",
            "description",
            "requestBody",
            "parameters",
        ];
        members.retain(|name, _| own.contains(&name.as_str()) || name.starts_with("x-"));
    }
    operation
}

/// Adds parameters that only the other one has. A parameter is required if all variants require it.
fn merge_parameters(merged: &mut Value, other: &Value) {
    let empty = Vec::new();
    let others = other["parameters"].as_array().unwrap_or(&empty);
    let mut known = merged["parameters"].as_array().cloned().unwrap_or_default();
    let same = |one: &Value, two: &Value| one["name"] == two["name"] && one["in"] == two["in"];
    for parameter in &mut known {
        let is_shared = others
            .iter()
            .any(|one| same(one, parameter) && one["required"] == true);
        if parameter["in"] != "path" && !is_shared {
            parameter["required"] = false.into();
        }
    }
    for parameter in others {
        if !known.iter().any(|one| same(one, parameter)) {
            let mut parameter = parameter.clone();
            parameter["required"] = false.into();
            known.push(parameter);
        }
    }
    super::put(merged, "parameters", known);
}

/// Adds the answers and links of another variant. Answers of one status have one of several schemas.
fn merge_answers(merged: &mut Value, other: &Value) {
    let Some(answers) = other["responses"].as_object() else {
        return;
    };
    for (status, answer) in answers {
        if merged["responses"].get(status).is_none() {
            merged["responses"][status] = answer.clone();
            continue;
        }
        let at = format!("/responses/{status}/content/application~1json/schema");
        merge_schema(merged, other, &at);
        if let Some(links) = answer["links"].as_object() {
            let known = merged["responses"][status]["links"].as_object().cloned();
            let mut known = known.unwrap_or_default();
            known.extend(links.clone());
            merged["responses"][status]["links"] = known.into();
        }
    }
}

/// Makes one of several schemas of what is at a place in both.
fn merge_schema(merged: &mut Value, other: &Value, at: &str) {
    let (Some(known), Some(added)) = (merged.pointer_mut(at), other.pointer(at)) else {
        return;
    };
    if known == added {
        return;
    }
    match known.get_mut("anyOf").and_then(Value::as_array_mut) {
        Some(branches) if branches.contains(added) => {}
        Some(branches) => branches.push(added.clone()),
        None => *known = json!({"anyOf": [known.clone(), added.clone()]}),
    }
}
