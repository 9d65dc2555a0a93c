//! The filter language of Defender for Cloud Apps.
//!
//! Fields and their operators come from the table; where a field is found in a record stands here.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::odata::date;
use crate::refusal::Refusal;
use crate::tables;
use crate::values::key_text;

/// Days in milliseconds.
const DAY: f64 = 86_400_000.0;

/// One condition.
#[derive(Debug)]
struct Condition {
    field: String,
    operator: String,
    value: Value,
}

/// A checked filter over one kind of record.
#[derive(Debug)]
pub(crate) struct Filter {
    entity: String,
    conditions: Vec<Condition>,
    now: f64,
}

impl Filter {
    /// Reads `{"field": {"operator": value}}`; an unknown field, operator or value is refused with
    /// the shape that was observed.
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

    /// Whether a record meets all conditions.
    pub(crate) fn matches(&self, record: &Value) -> bool {
        self.conditions
            .iter()
            .all(|condition| self.meets(condition, record))
    }

    /// The values that an `eq` on a field lists: the ids that a caller named.
    pub(crate) fn named(&self, field: &str) -> Vec<String> {
        let conditions = self.conditions.iter();
        let named =
            conditions.filter(|one| one.field.eq_ignore_ascii_case(field) && one.operator == "eq");
        named
            .flat_map(|one| wanted(&one.value))
            .map(|value| key_text(&value))
            .collect()
    }

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

/// Type and operators of a field. Clients still send the names that two filters had before they were
/// renamed.
fn description(entity: &str, field: &str) -> Option<(String, Vec<String>)> {
    let set = match entity {
        "Activity" => "ActivityFilters",
        "Alert" => "AlertFilters",
        "Entity" => "EntityFilters",
        "File" => "FileFilters",
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

/// Whether a value can stand with an operator.
fn fits(kind: &str, operator: &str, value: &Value) -> bool {
    match (operator, kind) {
        ("isset" | "isnotset", _) => value.is_boolean(),
        ("range", _) => value
            .as_array()
            .is_some_and(|ranges| ranges.iter().all(Value::is_object)),
        ("gte_ndays" | "lte_ndays" | "gte" | "lte" | "gt" | "lt", _) => {
            wanted(value).iter().all(|one| millis(one).is_some())
        }
        (_, "int32") => wanted(value)
            .iter()
            .all(|one| one.is_null() || one.is_i64() || is_digits(one)),
        (_, "bool") => wanted(value)
            .iter()
            .all(|one| one.is_null() || one.is_boolean()),
        (_, "object:EntityPk") => wanted(value)
            .iter()
            .all(|one| one["id"].is_string() || one.is_string()),
        _ => !value.is_object(),
    }
}

fn is_digits(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|text| text.parse::<i64>().is_ok())
}

/// A list, or a single value as one.
fn wanted(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items.clone(),
        single => vec![single.clone()],
    }
}

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

/// Epoch milliseconds, from a number or from a date's text.
fn millis(value: &Value) -> Option<f64> {
    match value {
        Value::String(text) => text
            .parse()
            .ok()
            .or_else(|| date(text).and_then(|at| at.as_millisecond().to_string().parse().ok())),
        other => other.as_f64(),
    }
}

/// What a record holds for a field; nothing where records do not show it.
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

/// The member of a record that a field looks at.
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
        _ => return None,
    })
}

fn at(record: &Value, path: &str) -> Vec<Value> {
    match record.pointer(path) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items.clone(),
        Some(value) => vec![value.clone()],
    }
}

/// The refusal of a value, in the shape that was observed.
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
