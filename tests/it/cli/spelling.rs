//! Known words and member names, in any letter case.

use std::collections::BTreeMap;

use http_core::{BodyKind, Kind, Operation, Param, Place};
use serde_json::{Value, json};

use super::program::dry;

/// A body with the required members and an enum word in small letters.
fn body(row: &Operation, param: &Param, path: &str, word: &str) -> Value {
    let mut body = BTreeMap::new();
    for other in row.inputs.iter().filter(|other| other.place == Place::Body) {
        if other.required || other.name == param.name {
            body.insert(other.name, required(other));
        }
    }
    let value = body.get_mut(param.name).unwrap();
    if path.is_empty() {
        *value = json!([word.to_lowercase()]);
        return json!(body);
    }
    let object = if value.is_array() {
        &mut value[0]
    } else {
        value
    };
    set(object, path, word);
    json!(body)
}

fn set(object: &mut Value, path: &str, word: &str) {
    if !object.is_object() {
        *object = json!({});
    }
    let (member, rest) = path.split_once('/').unwrap_or((path, ""));
    match rest {
        "" => object[member] = Value::from(word.to_lowercase()),
        rest => set(&mut object[member], rest, word),
    }
}

fn required(param: &Param) -> Value {
    match param.kind {
        Kind::Enum(known) => json!(known[0]),
        Kind::Integer => json!(1),
        Kind::Bool => json!(true),
        Kind::Time => json!("2099-01-01T00:00:00Z"),
        Kind::List => json!(["x"]),
        _ if !param.example.is_empty() => {
            serde_json::from_str(param.example).unwrap_or(json!(param.example))
        }
        Kind::Json if param.array => json!([{}]),
        Kind::Json => json!({}),
        _ => json!("x"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn words_within_objects_are_spelled_as_the_service_does_by_every_command() {
    let all = [
        mde_api::OPERATIONS,
        mdca_api::OPERATIONS,
        xdr_api::OPERATIONS,
    ]
    .concat();
    let mut commands = 0;
    for row in all {
        let params = row
            .inputs
            .iter()
            .filter(|param| param.place == Place::Body && !param.words.is_empty());
        if row.http.body != BodyKind::Json || !row.conduct.retired.is_empty() {
            continue;
        }
        for param in params {
            // One word in each depth.
            let mut paths: BTreeMap<usize, (&str, &[&str])> = BTreeMap::new();
            for (path, known) in param.words {
                paths
                    .entry(path.split('/').count())
                    .or_insert((path, known));
            }
            for (path, known) in paths.into_values() {
                let word = known.last().unwrap();
                let body = body(row, param, path, word).to_string();
                let parts: Vec<_> = row
                    .id
                    .split('.')
                    .map(|part| part.replace('_', "-"))
                    .collect();
                let mut words: Vec<&str> = parts.iter().map(String::as_str).collect();
                words.extend(row.http.path.matches('{').map(|_| "x"));
                words.extend(["--body", &body]);
                let outcome = dry(&words).await;
                assert_eq!(outcome.code, Some(0), "{}: {outcome}", row.id);
                let sent = outcome.json()["body"].to_string();
                let spelled = format!("\"{word}\"");
                assert!(
                    sent.contains(&spelled),
                    "{} {path}: {word} in {sent}",
                    row.id
                );
                commands += 1;
            }
        }
    }
    assert!(commands > 14, "{commands}");
}

#[tokio::test]
async fn names_of_members_are_found_in_any_case() {
    let isolate = |body: &'static str| ["mde", "machines", "isolate", "m1", "--body", body];
    let outcome = dry(&isolate(r#"{"comment":"x","ISOLATIONTYPE":"full"}"#)).await;
    let expected = json!({"Comment": "x", "IsolationType": "Full"});
    assert_eq!(outcome.json()["body"], expected, "{outcome}");
    for twice in [
        r#"{"comment":"x","Comment":"y"}"#,
        r#"{"comment":"x","COMMENT":"y"}"#,
    ] {
        let outcome = dry(&isolate(twice)).await;
        assert_eq!(outcome.code, Some(2), "neither is lost: {outcome}");
    }
}
