//! The filter language of Defender for Cloud Apps: `{"field": {"operator": value}}`.
//!
//! Fields and operators come from the tables (`ActivityFilters` and others). This file says
//! which member of a record a field looks at. A field that records do not show matches
//! nothing.
//!
//! Source: the filter tables of `api-activities.md`, `api-alerts.md`, `api-entities.md`,
//! `api-files.md`; operators that clients send and no page lists were observed.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::generic::types::whole;
use crate::odata::date;
use crate::refusal::Refusal;
use crate::tables;
use crate::values::key_text;

/// Milliseconds of a day.
const DAY: f64 = 86_400_000.0;

/// One condition.
#[derive(Debug)]
struct Condition {
    field: String,
    operator: String,
    value: Value,
}

/// A checked filter on records of one entity. All conditions must hold.
#[derive(Debug)]
pub(crate) struct Filter {
    entity: String,
    conditions: Vec<Condition>,
    now: f64,
}

impl Filter {
    /// Reads and checks a filter.
    ///
    /// # Errors
    ///
    /// 400 in the observed shape for an unknown field or operator, or a value that does not
    /// fit.
    pub(crate) fn read(entity: &str, filters: &Value, now: Timestamp) -> Result<Filter, Refusal> {
        let mut conditions = Vec::new();
        let empty = Map::new();
        let members = match filters {
            Value::Null => &empty,
            Value::Object(members) => members,
            other => return Err(invalid(other)),
        };
        for (field, operators) in members {
            let (kind, allowed) =
                description(entity, field).ok_or_else(|| invalid(&field.as_str().into()))?;
            let operators = operators.as_object().ok_or_else(|| invalid(operators))?;
            for (operator, value) in operators {
                if !allowed.iter().any(|known| known == operator) {
                    return Err(invalid(&operator.as_str().into()));
                }
                if !fits(&kind, operator, value) {
                    return Err(invalid(value));
                }
                conditions.push(Condition {
                    field: field.clone(),
                    operator: operator.clone(),
                    value: value.clone(),
                });
            }
        }
        Ok(Filter {
            entity: entity.to_owned(),
            conditions,
            now: millis(&now.as_millisecond().into()).unwrap_or(0.0),
        })
    }

    /// Whether a record matches all conditions.
    pub(crate) fn matches(&self, record: &Value) -> bool {
        self.conditions
            .iter()
            .all(|condition| self.meets(condition, record))
    }

    /// The values of an `eq` condition on a field: ids that the caller named.
    pub(crate) fn named(&self, field: &str) -> Vec<String> {
        let conditions = self.conditions.iter();
        let named =
            conditions.filter(|one| one.field.eq_ignore_ascii_case(field) && one.operator == "eq");
        named
            .flat_map(|one| wanted(&one.value))
            .map(|value| key_text(&value))
            .collect()
    }

    /// Whether a record matches one condition. Text is compared in any letter case.
    fn meets(&self, condition: &Condition, record: &Value) -> bool {
        let found = values(&self.entity, &condition.field, record);
        let list = wanted(&condition.value);
        let text = |value: &Value| key_text(value).to_lowercase();
        let any_text = |test: &dyn Fn(&str, &str) -> bool| {
            found
                .iter()
                .any(|value| list.iter().any(|one| test(&text(value), &text(one))))
        };
        let any_number = |test: &dyn Fn(f64, f64) -> bool| {
            found
                .iter()
                .filter_map(millis)
                .any(|value| list.iter().filter_map(millis).any(|one| test(value, one)))
        };
        let yes = condition.value != false;
        match condition.operator.as_str() {
            "eq" | "deq" | "cabinetmatchedrulesequals" => equal(&found, &list),
            "neq" => !equal(&found, &list),
            "contains" | "text" => any_text(&|value, part| value.contains(part)),
            "ncontains" => !any_text(&|value, part| value.contains(part)),
            "startswith" | "startswithsingle" => any_text(&|value, part| value.starts_with(part)),
            "doesnotstartwith" => !any_text(&|value, part| value.starts_with(part)),
            "endswith" => any_text(&|value, part| value.ends_with(part)),
            "isset" => found.is_empty() != yes,
            "isnotset" => found.is_empty() == yes,
            "gt" => any_number(&|value, one| value > one),
            "gte" => any_number(&|value, one| value >= one),
            "lt" => any_number(&|value, one| value < one),
            "lte" => any_number(&|value, one| value <= one),
            "gte_ndays" => any_number(&|value, days| value >= self.now - days * DAY),
            "lte_ndays" => any_number(&|value, days| value <= self.now - days * DAY),
            "range" => found.iter().filter_map(millis).any(|value| {
                list.iter().any(|range| {
                    millis(&range["start"]).is_none_or(|start| value >= start)
                        && millis(&range["end"]).is_none_or(|end| value <= end)
                })
            }),
            _ => false,
        }
    }
}

/// Type and operators of a field. Two fields of activities were renamed; clients still send
/// the old names.
fn description(entity: &str, field: &str) -> Option<(String, Vec<String>)> {
    let set = match entity {
        "Activity" => "ActivityFilters",
        "Alert" => "AlertFilters",
        "Entity" => "EntityFilters",
        "File" => "FileFilters",
        "AppPermission" => "AppPermissionFilters",
        "GovernanceLogEntry" => "GovernanceFilters",
        "Policy" => "PolicyFilters",
        _ => "IpRangeFilters",
    };
    let name = match (entity, field) {
        ("Activity", "activity.eventType") => "activity.eventActionType",
        ("Activity", "activity.actionType") => "actionType",
        (_, field) => field,
    };
    let field = tables::product("mdca")
        .entity(set)?
        .fields
        .iter()
        .find(|one| one.name == name)?;
    Some((field.kind.clone(), field.operators.clone()))
}

/// Whether a value fits an operator and the type of the field.
fn fits(kind: &str, operator: &str, value: &Value) -> bool {
    match (operator, kind) {
        // Null stands in lists only.
        _ if value.is_null() => false,
        ("isset" | "isnotset", _) => value.is_boolean(),
        ("range", _) => value
            .as_array()
            .is_some_and(|ranges| ranges.iter().all(is_range)),
        ("gte_ndays" | "lte_ndays" | "gte" | "lte" | "gt" | "lt", _) => {
            wanted(value).iter().all(|one| millis(one).is_some())
        }
        (_, "int32") => wanted(value)
            .iter()
            .all(|one| one.is_null() || is_int32(one) || is_digits(one)),
        (_, "bool") => wanted(value)
            .iter()
            .all(|one| one.is_null() || one.is_boolean()),
        (_, "object:EntityPk") => wanted(value)
            .iter()
            .all(|one| one["id"].is_string() || one.is_string()),
        _ => wanted(value)
            .iter()
            .all(|one| !one.is_object() && !one.is_array()),
    }
}

/// Whether a value is a range of times, open at an end that is missing.
fn is_range(value: &Value) -> bool {
    let is_end = |name: &str| value.get(name).is_none_or(|end| millis(end).is_some());
    value.is_object() && is_end("start") && is_end("end")
}

fn is_int32(value: &Value) -> bool {
    whole(value).is_some_and(|number| i32::try_from(number).is_ok())
}

fn is_digits(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|text| text.parse::<i64>().is_ok())
}

/// The values of a condition: a list, or a single value.
fn wanted(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items.clone(),
        single => vec![single.clone()],
    }
}

/// Whether one of the values is found. Null matches a missing member; an account key
/// matches by its id.
fn equal(found: &[Value], list: &[Value]) -> bool {
    list.iter().any(|one| match one {
        Value::Null => found.is_empty(),
        // A key of an account: its id decides.
        Value::Object(pk) => found.iter().any(|value| Some(value) == pk.get("id")),
        one => found
            .iter()
            .any(|value| key_text(value).eq_ignore_ascii_case(&key_text(one))),
    })
}

/// Milliseconds since 1970, from a number or a date.
fn millis(value: &Value) -> Option<f64> {
    match value {
        Value::String(text) => text
            .parse()
            .ok()
            .or_else(|| date(text).and_then(|at| at.as_millisecond().to_string().parse().ok())),
        other => other.as_f64(),
    }
}

/// The values of a record for a field.
fn values(entity: &str, field: &str, record: &Value) -> Vec<Value> {
    let of_kind = |kind: &str| -> Vec<Value> {
        let entities = record["entities"].as_array().into_iter().flatten();
        entities
            .filter(|one| one["type"] == *kind)
            .map(|one| one["id"].clone())
            .collect()
    };
    match (entity, field) {
        ("Alert", "entity.entity") => of_kind("account"),
        ("Alert", "entity.ip") => of_kind("ip"),
        ("Alert", "entity.service") => of_kind("service"),
        ("Alert", "entity.policy") => of_kind("policyRule"),
        ("Alert", "entity.file") => of_kind("file"),
        ("Alert", "alertOpen") => vec![(record["resolutionStatusValue"] == 0).into()],
        ("Alert", "read") => vec![(record["statusValue"] == 1).into()],
        ("Alert", "source") => {
            vec![
                if record["isSystemAlert"] == true {
                    "built-in"
                } else {
                    "policy"
                }
                .into(),
            ]
        }
        ("Activity", "user.domain") => {
            let domain = record["user"]["userName"]
                .as_str()
                .and_then(|name| name.split('@').nth(1));
            domain.map(Value::from).into_iter().collect()
        }
        ("File", "trashed") => vec![(record["fstat"] == 1).into()],
        ("Entity", "userGroups") | ("IpRange", "tags") => {
            let list = if entity == "Entity" {
                &record["userGroups"]
            } else {
                &record["tags"]
            };
            list.as_array()
                .into_iter()
                .flatten()
                .map(|one| one["id"].clone())
                .collect()
        }
        _ => path(entity, field)
            .map(|path| at(record, path))
            .unwrap_or_default(),
    }
}

/// JSON pointer of the member that a field looks at.
fn path(entity: &str, field: &str) -> Option<&'static str> {
    Some(match (entity, field) {
        ("Activity", "service") => "/appId",
        ("Activity", "user.username") => "/user/userName",
        ("Activity", "user.tags") => "/user/userTags",
        ("Activity", "activity.eventActionType" | "activity.eventType") => "/eventTypeName",
        ("Activity", "actionType" | "activity.actionType") => "/eventTypeValue",
        ("Activity", "activity.id") => "/_id",
        ("Activity", "device.type") => "/userAgent/deviceType",
        ("Activity", "userAgent.userAgent") => "/device/userAgent",
        ("Activity", "userAgent.tags") => "/userAgent/tags",
        ("Activity", "location.country") => "/location/countryCode",
        ("Activity", "location.organizations") => "/location/organizationSearchable",
        ("Activity", "ip.address") => "/device/clientIP",
        ("Activity", "ip.category") => "/location/category",
        ("Activity", "text") => "/description",
        ("Activity", "date") | ("Alert", "date") => "/timestamp",
        ("Activity", "created") => "/created",
        ("Activity", "source") => "/source",
        ("Activity", "entity") => "/resolvedActor/id",
        ("Alert", "severity") => "/severityValue",
        ("Alert", "resolutionStatus") => "/resolutionStatusValue",
        ("Alert", "resolutionDate") => "/resolveTime",
        ("Alert", "risk") => "/threatScore",
        ("Alert", "alertType") => "/idValue",
        ("Alert", "id" | "ID") => "/_id",
        ("Entity", "type") => "/type",
        ("Entity", "isAdmin") => "/isAdmin",
        ("Entity", "entity") => "/id",
        ("Entity", "app") => "/appData/appId",
        ("Entity", "instance") => "/appData/instance",
        ("Entity", "isExternal") => "/isExternal",
        ("Entity", "domain") => "/domain",
        ("Entity", "organization") => "/organization",
        ("Entity", "status") => "/status",
        ("File", "service") => "/appId",
        ("File", "instance") => "/instId",
        ("File", "fileType") => "/ftype",
        ("File", "filename") => "/name",
        ("File", "modifiedDate") => "/modifiedDate",
        ("File", "createdDate") => "/createdDate",
        ("File", "snapshotLastModifiedDate") => "/snapshotLastModifiedDate",
        ("File", "sharing") => "/facl",
        ("File", "fileId") => "/_id",
        ("File", "fileLabels") => "/fTags",
        ("File", "extension") => "/fileExtension",
        ("File", "mimeType") => "/mimeType",
        ("File", "folder") => "/isFolder",
        ("File", "parentFolder") => "/parentId",
        ("IpRange", "category") => "/category",
        ("AppPermission", "permission") => "/severity",
        ("GovernanceLogEntry", "appId") => "/appId",
        ("GovernanceLogEntry", "status") => "/status/isSuccess",
        ("GovernanceLogEntry", "timestamp") => "/timestamp",
        ("GovernanceLogEntry", "type") => "/taskName",
        ("Policy", "type") => "/policyType",
        _ => return None,
    })
}

/// The values at a JSON pointer.
fn at(record: &Value, path: &str) -> Vec<Value> {
    match record.pointer(path) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items.clone(),
        Some(value) => vec![value.clone()],
    }
}

/// The observed error of a value that is not valid.
pub(crate) fn invalid(value: &Value) -> Refusal {
    let text = key_text(value);
    Refusal::with_body(
        400,
        json!({"error": true, "filters": [{
            "error": format!("{text} is not valid"), "errorMessageCode": "CONSOLE_FORMS_NOT_VALID_VALUE",
            "errorMessageParams": {"value": value},
        }]}),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(entity: &str, filters: &Value) -> Result<Filter, Refusal> {
        Filter::read(entity, filters, "2026-01-10T00:00:00Z".parse().unwrap())
    }

    fn met(filters: &Value) -> bool {
        let record = json!({
            "_id": "5", "severityValue": 2, "resolutionStatusValue": 0, "statusValue": 1,
            "timestamp": 1_767_830_400_000_i64,
            "entities": [{"type": "ip", "id": "203.0.113.5"}, {"type": "account", "id": "u1"}],
        });
        read("Alert", filters).unwrap().matches(&record)
    }

    #[test]
    fn conditions() {
        for filters in [
            json!({}),
            json!({"severity": {"eq": [1, 2]}, "alertOpen": {"eq": true}}),
            json!({"severity": {"eq": 2}}),
            json!({"severity": {"neq": [0]}}),
            json!({"entity.ip": {"eq": ["203.0.113.5"]}}),
            json!({"entity.entity": {"eq": [{"id": "u1", "inst": 0}]}}),
            json!({"date": {"gte_ndays": 3}}),
            json!({"date": {"range": [{"start": 1_767_830_399_000_i64, "end": 1_767_830_401_000_i64}]}}),
            json!({"id": {"eq": ["5"]}}),
        ] {
            assert!(met(&filters), "{filters}");
        }
        for filters in [
            json!({"severity": {"eq": [0]}}),
            json!({"read": {"eq": false}}),
            json!({"date": {"gte_ndays": 1}}),
            json!({"date": {"lte": 1_767_830_399_999_i64}}),
        ] {
            assert!(!met(&filters), "{filters}");
        }
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for filters in [
            json!({"nothing": {"eq": 1}}),
            json!({"severity": {"contains": ["2"]}}),
            json!({"severity": {"eq": ["high"]}}),
            json!({"alertOpen": {"eq": "yes"}}),
            json!({"date": {"range": {"start": 1}}}),
            json!({"severity": 2}),
        ] {
            let refused = read("Alert", &filters).unwrap_err();
            let body = refused.body.unwrap();
            assert_eq!(
                body["filters"][0]["errorMessageCode"], "CONSOLE_FORMS_NOT_VALID_VALUE",
                "{filters}"
            );
        }
    }
}
