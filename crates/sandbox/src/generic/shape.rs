//! Records and responses of the right shape whose content no source describes.

use serde_json::{Map, Value, json};

use super::entity_answer;
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::random;
use crate::seed::generic::Maker;
use crate::service::Service;
use crate::tables;

/// Answers an operation that returns an object, a scalar or a file. The content is a
/// placeholder unless a data folder has the response.
pub(crate) fn object(call: &mut Call<'_>) -> Outcome {
    let operation = call.operation;
    let status = operation.response.status;
    if let Some(sample) = call
        .store
        .data
        .as_ref()
        .and_then(|data| data.object(&operation.id))
    {
        return Ok(Answer::json(status, sample.clone()));
    }
    match (
        operation.response.kind.as_str(),
        operation.response.entity.as_deref(),
    ) {
        (_, Some(entity)) => {
            let record = call
                .table(entity)
                .first()
                .cloned()
                .unwrap_or_else(|| json!({}));
            Ok(entity_answer(call, record))
        }
        ("file", None) => Ok(Answer::bytes(
            status,
            "text/plain; charset=utf-8",
            "sandbox\n",
        )),
        ("scalar" | "link", None) => Ok(Answer::json(status, json!({"value": "sandbox"}))),
        _ if call.request.service == Service::Mdca => Ok(Answer::json(status, json!({}))),
        _ => Ok(entity_answer(call, json!({}))),
    }
}

/// A new record with every member: null or empty if the member may be, made up otherwise.
pub(crate) fn blank(call: &Call<'_>, entity: &str) -> Map<String, Value> {
    let mut maker = Maker::new(
        call.operation.product,
        random::rng(random::hash(&random::request_id()), entity),
        call.now,
    );
    let mut record = Map::new();
    for field in tables::product(call.operation.product)
        .entity(entity)
        .into_iter()
        .flat_map(|entity| &entity.fields)
    {
        let value = match field.kind.as_str() {
            _ if field.relationship => continue,
            kind if kind.starts_with("array:") => json!([]),
            _ if field.nullable => Value::Null,
            _ => maker.field(entity, field),
        };
        record.insert(field.name.clone(), value);
    }
    record
}

/// An unused id: a number, a GUID, or 24 hexadecimal digits for Defender for Cloud Apps.
pub(crate) fn new_id(call: &mut Call<'_>, entity: &str, key: &str) -> Value {
    let kind = tables::product(call.operation.product)
        .entity(entity)
        .and_then(|entity| entity.fields.iter().find(|field| field.name == key))
        .map_or("string", |field| field.kind.as_str());
    match (kind, call.request.service) {
        ("int32" | "int64", _) => call.store.next_number(entity, 900_001).into(),
        (_, Service::Mdca) => random::hex(&mut fastrand::Rng::new(), 24).into(),
        _ => random::request_id().into(),
    }
}

/// Sets dates and actors that the service sets itself. With `created` also those of the
/// creation.
pub(crate) fn stamp(call: &Call<'_>, entity: &str, record: &mut Map<String, Value>, created: bool) {
    let (now, actor) = (call.now, call.actor());
    for field in tables::product(call.operation.product)
        .entity(entity)
        .into_iter()
        .flat_map(|entity| &entity.fields)
    {
        let name = field.name.to_ascii_lowercase();
        let dated = field.kind == "datetime";
        let value = match name.as_str() {
            _ if dated && (name.starts_with("lastupdate") || name.starts_with("lastmodified")) => {
                field.time(now)
            }
            "createddatetime" | "creationtime" | "createdtime" if created && dated => {
                field.time(now)
            }
            "createdby" | "lastmodifiedby" | "lastupdatedby" if created || name != "createdby" => {
                actor.clone().into()
            }
            _ => continue,
        };
        if field.kind == "string" || dated {
            record.insert(field.name.clone(), value);
        }
    }
}
