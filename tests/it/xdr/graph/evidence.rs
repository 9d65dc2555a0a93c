//! Evidence of alerts: each type of the tables decodes into its own variant; unknown types are kept.

use serde_json::{Map, Value, json};
use xdr_api::graph::alerts::{Alert, AlertEvidence};

use crate::tables::entities;

/// A record with all members of its entity.
fn record(entity: &str, depth: u8) -> Map<String, Value> {
    let fields = entities("xdr")[entity]["fields"].as_array().unwrap();
    let fields = fields.iter().filter(|field| depth < 4 || !is_object(field));
    let pair = |field: &Value| {
        let name = field["name"].as_str().unwrap().to_owned();
        (name, value(field, field["type"].as_str().unwrap(), depth))
    };
    fields.map(pair).collect()
}

fn is_object(field: &Value) -> bool {
    field["type"].as_str().unwrap().contains("object:")
}

fn value(field: &Value, kind: &str, depth: u8) -> Value {
    if let Some(item) = kind.strip_prefix("array:") {
        return json!([value(field, item, depth)]);
    }
    if let Some(entity) = kind.strip_prefix("object:") {
        return match entities("xdr")[entity]["family"].get(0) {
            Some(member) => piece(member, depth + 1),
            None => record(entity, depth + 1).into(),
        };
    }
    match (field["values"].get(0), kind) {
        (Some(word), "string" | "enum") => word.clone(),
        (_, "bool") => true.into(),
        (_, "int32" | "int64") => 7.into(),
        (_, "double") => 1.5.into(),
        (_, "datetime") => "2026-01-02T03:04:05.1234567Z".into(),
        (_, "dynamic") => json!({"a": [1]}),
        _ => "text".into(),
    }
}

/// A piece of evidence of a type.
fn piece(member: &Value, depth: u8) -> Value {
    let mut record = record(member["entity"].as_str().unwrap(), depth);
    record.insert("@odata.type".to_owned(), member["type"].clone());
    record.into()
}

/// An alert with this evidence, decoded and encoded again.
fn through(evidence: &Value) -> (Alert, Value) {
    let text = json!({"id": "a1", "evidence": evidence}).to_string();
    let alert: Alert = serde_json::from_str(&text).unwrap();
    let back = serde_json::to_value(&alert).unwrap()["evidence"].clone();
    (alert, back)
}

#[test]
fn every_listed_type_is_read_as_itself_and_loses_nothing() {
    let family = entities("xdr")["AlertEvidence"]["family"]
        .as_array()
        .unwrap();
    assert!(family.len() >= 48, "{}", family.len());
    let known: Vec<_> = family
        .iter()
        .map(|member| member["type"].as_str().unwrap())
        .collect();
    assert!(known.iter().all(|kind| AlertEvidence::KNOWN.contains(kind)));
    let pieces: Value = family.iter().map(|member| piece(member, 0)).collect();
    let (alert, back) = through(&pieces);
    for (at, member) in family.iter().enumerate() {
        let kind = member["type"].as_str().unwrap();
        // The variant has the name of the entity.
        let shown = format!("{:?}", alert.evidence[at]);
        let entity = member["entity"].as_str().unwrap();
        assert!(
            shown.contains(&format!("({entity} {{")),
            "{kind} was read as {shown:.60}"
        );
        assert_eq!(back[at], pieces[at], "{kind}");
    }
}

#[test]
fn samples_leave_a_part_of_the_name_out_and_other_letters_are_no_other_type() {
    for kind in [
        "#microsoft.graph.fileEvidence",
        "microsoft.graph.security.FILEEVIDENCE",
    ] {
        let (alert, _) = through(&json!([{"@odata.type": kind}]));
        assert!(
            matches!(alert.evidence[0], AlertEvidence::File(_)),
            "{kind}: {alert:?}"
        );
    }
}

#[test]
fn a_type_that_is_not_listed_is_kept_whole() {
    let unknown = json!([{
        "@odata.type": "#microsoft.graph.security.quantumEvidence", "verdict": "5",
        "inner": {"deep": [1, {"a": null}]}, "createdDateTime": "2026-01-02T03:04:05Z",
    }]);
    let (alert, back) = through(&unknown);
    assert!(matches!(alert.evidence[0], AlertEvidence::Other(_)));
    assert_eq!(back, unknown);
}
