//! Lists of Defender for Cloud Apps: pages by `skip` and `limit`, and scans.
//!
//! A scan returns the filters of its next page (`nextQueryFilters`) instead of a position,
//! so it is not limited to the first 5,000 records. GET takes filters and numbers as text
//! in the query, POST takes them in the body.
//!
//! Source: `api-activities-list.md`, `api-activities-investigate-script.md`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::filter::{Filter, invalid};
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::types::whole;
use crate::refusal::Refusal;

/// Page size of ordinary lists, which is also the maximum.
const PAGE: usize = 100;
/// Page size of a scan.
const SCAN_PAGE: usize = 500;
/// Maximum page size of a scan.
const SCAN_MOST: usize = 5_000;

/// Inputs of a list.
struct Inputs {
    filters: Value,
    ascending: bool,
    field: Option<String>,
    skip: usize,
    limit: Option<usize>,
}

/// Reads and checks the inputs.
///
/// # Errors
///
/// 400 for a body that is not JSON, an unknown sort field or direction, or a number that is
/// not a whole one.
fn inputs(call: &Call<'_>) -> Result<Inputs, Refusal> {
    let mut members: Map<String, Value> = if call.request.body.is_empty() {
        Map::new()
    } else {
        serde_json::from_slice(&call.request.body)
            .map_err(|_| Refusal::invalid_body("JSON parse error"))?
    };
    from_query(&call.query, &mut members);
    for param in call
        .operation
        .params
        .iter()
        .filter(|param| param.name.starts_with("sort"))
    {
        let Some(value) = members.get(&param.name) else {
            continue;
        };
        if param
            .values
            .as_ref()
            .is_some_and(|known| !known.contains(value))
        {
            return Err(invalid(value));
        }
    }
    let number = |name: &str| match members.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => match whole(value)
            .and_then(|number| i32::try_from(number).ok())
            .and_then(|number| usize::try_from(number).ok())
        {
            Some(number) => Ok(Some(number)),
            None => Err(invalid(value)),
        },
    };
    Ok(Inputs {
        filters: members.get("filters").cloned().unwrap_or_default(),
        ascending: members
            .get("sortDirection")
            .is_some_and(|value| value == "asc"),
        field: members
            .get("sortField")
            .and_then(Value::as_str)
            .map(str::to_owned),
        skip: number("skip")?.unwrap_or(0),
        limit: number("limit")?,
    })
}

/// Inputs of a GET request: filters are JSON in text, numbers are digits.
fn from_query(query: &BTreeMap<String, String>, members: &mut Map<String, Value>) {
    for (name, text) in query {
        let value = match name.as_str() {
            "filters" | "skip" | "limit" => {
                serde_json::from_str(text).unwrap_or_else(|_| text.as_str().into())
            }
            _ => text.as_str().into(),
        };
        members.insert(name.clone(), value);
    }
}

/// The member that a list is ordered by. Descending unless the request says otherwise.
fn sort_member(entity: &str, field: Option<&str>) -> &'static str {
    match (entity, field) {
        ("Activity", Some("created")) => "created",
        ("Activity", _) => "timestamp",
        ("Alert", Some("severity")) => "severityValue",
        ("Alert", _) => "timestamp",
        ("File", _) => "modifiedDate",
        ("Entity", _) => "lastSeen",
        ("GovernanceLogEntry", _) => "timestamp",
        ("Policy", _) => "lastModified",
        ("AppPermission", Some("name")) => "appName",
        ("AppPermission", Some("userCount")) => "userCount",
        ("AppPermission", Some("severity")) => "severity",
        ("AppPermission", _) => "lastInstalled",
        _ => "name",
    }
}

/// The records that match the filters, in order.
fn matching(call: &mut Call<'_>, inputs: &Inputs) -> Result<Vec<Value>, Refusal> {
    let entity = call.operation.response.entity.clone().unwrap_or_default();
    let filter = Filter::read(&entity, &inputs.filters, call.now)?;
    let data = call.store.data.clone();
    if let Some(rows) = data.as_ref().and_then(|data| data.list(&call.operation.id)) {
        return Ok(rows
            .iter()
            .filter(|row| filter.matches(row))
            .cloned()
            .collect());
    }
    let mut rows: Vec<Value> = call
        .table(&entity)
        .rows()
        .filter(|row| filter.matches(row))
        .cloned()
        .collect();
    let member = sort_member(&entity, inputs.field.as_deref());
    rows.sort_by(|left, right| {
        let order = match (&left[member], &right[member]) {
            (Value::String(left), Value::String(right)) => left.cmp(right),
            (left, right) => left
                .as_f64()
                .unwrap_or(0.0)
                .total_cmp(&right.as_f64().unwrap_or(0.0)),
        };
        if inputs.ascending {
            order
        } else {
            order.reverse()
        }
    });
    Ok(rows)
}

/// A page of an ordinary list.
pub(super) fn answer(call: &mut Call<'_>) -> Outcome {
    let inputs = inputs(call)?;
    let rows = matching(call, &inputs)?;
    // The service cuts a larger limit without an error.
    let usual = call.page_size.unwrap_or(PAGE);
    let limit = inputs.limit.unwrap_or(usual).min(PAGE);
    let total = rows.len();
    let page: Vec<Value> = rows.into_iter().skip(inputs.skip).take(limit).collect();
    let has_next = inputs.skip + page.len() < total;
    let mut body = json!({"data": page, "hasNext": has_next, "total": total});
    if call.operation.response.entity.as_deref() != Some("Activity") {
        body["max"] = PAGE.into();
        body["moreThanTotal"] = false.into();
    }
    Ok(Answer::json(200, body))
}

/// A page of a scan. Records of the same millisecond stay on one page, because the next
/// page starts at a time.
pub(super) fn scan(call: &mut Call<'_>) -> Outcome {
    let inputs = inputs(call)?;
    let mut rows = matching(call, &inputs)?;
    let limit = inputs
        .limit
        .or(call.page_size)
        .unwrap_or(SCAN_PAGE)
        .clamp(1, SCAN_MOST);
    let total = rows.len();
    let field = if inputs.field.as_deref() == Some("created") {
        "created"
    } else {
        "date"
    };
    let member = sort_member("Activity", inputs.field.as_deref());
    let mut body = json!({"hasNext": false, "total": total});
    if total > limit {
        let next = rows[limit][member].clone();
        rows.truncate(limit);
        let whole = rows.iter().filter(|row| row[member] != next).count();
        if whole > 0 {
            rows.truncate(whole);
        }
        let edge = rows
            .last()
            .and_then(|row| row[member].as_i64())
            .unwrap_or(0);
        let mut filters = inputs.filters.as_object().cloned().unwrap_or_default();
        let entry = filters.entry(field.to_owned()).or_insert_with(|| json!({}));
        if inputs.ascending {
            entry["gte"] = (edge + 1).into();
        } else {
            entry["lte"] = (edge - 1).into();
        }
        body["hasNext"] = true.into();
        body["nextQueryFilters"] = Value::Object(filters);
    }
    body["data"] = rows.into();
    Ok(Answer::json(200, body))
}
