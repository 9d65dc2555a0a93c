//! Indicators of compromise: submit, import, delete.
//!
//! There is one indicator per value. The tenant has room for 15,000; expired ones are not
//! removed. Indicators have no effect on machines or alerts.
//!
//! Source: `post-ti-indicator.md`, `import-ti-indicators.md`,
//! `batch-delete-ti-indicators.md`.

use serde_json::{Map, Value, json};

use super::lookup::is_hex;
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::{all_exist, body, entity_answer};
use crate::refusal::Refusal;
use crate::seed::mde::indicator;
use crate::tables;
use crate::values::{key_text, texts};

/// Maximum number of indicators of a tenant.
const ROOM: usize = 15_000;

pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    Some(match verb {
        "submit" => submit(call),
        "import" => import(call),
        "batch_delete" => batch_delete(call),
        _ => return None,
    })
}

/// Creates an indicator, or updates the one with the same value.
///
/// # Errors
///
/// 400 if the value does not fit the type (hash length, IP address, domain, URL), if
/// `Audit` comes without `generateAlert`, or if the tenant has no room.
fn submit(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    validate(&members).map_err(Refusal::invalid_body)?;
    let saved = save(call, &members).map_err(|why| Refusal::new(400, "BadRequest", why))?;
    Ok(entity_answer(call, saved))
}

/// Stores an indicator. `application` can be set at creation only.
fn save(call: &mut Call<'_>, members: &Map<String, Value>) -> Result<Value, String> {
    let value = members
        .get("indicatorValue")
        .map(key_text)
        .unwrap_or_default();
    let (now, actor) = (iso(call.now), call.actor());
    let mut changes = members.clone();
    // Members that the service sets are ignored; an imported item may have them, too.
    let inputs = || tables::operation("mde.indicators.submit").into_iter();
    changes.retain(|name, _| inputs().any(|operation| operation.takes(name)));
    // The operation documents text, all samples show a list. Both are accepted.
    if let Some(Value::String(groups)) = changes.get("rbacGroupNames") {
        let groups: Vec<&str> = groups
            .split(',')
            .map(str::trim)
            .filter(|group| !group.is_empty())
            .collect();
        changes.insert("rbacGroupNames".to_owned(), json!(groups));
    }
    changes.insert("lastUpdateTime".to_owned(), now.clone().into());
    changes.insert("lastUpdatedBy".to_owned(), actor.clone().into());
    let known = call
        .table("Indicator")
        .find("indicatorValue", &value)
        .cloned();
    let saved = match known {
        Some(Value::Object(mut known)) => {
            changes.remove("application");
            known.extend(changes);
            Value::Object(known)
        }
        _ => {
            if call.table("Indicator").len() >= ROOM {
                return Err(format!("Max capacity of {ROOM} indicators was reached"));
            }
            let id = call.store.next_number("indicators", 5_001).to_string();
            changes.insert("id".to_owned(), id.into());
            changes.insert("createdBy".to_owned(), actor.clone().into());
            changes.insert("createdByDisplayName".to_owned(), actor.clone().into());
            changes.insert("source".to_owned(), actor.into());
            changes.insert("creationTimeDateTimeUtc".to_owned(), now.into());
            indicator(Value::Object(changes))
        }
    };
    call.table("Indicator").insert(saved.clone());
    Ok(saved)
}

/// Checks that value and action fit the type. Ranges of addresses are refused; `Audit`
/// needs `generateAlert`.
fn validate(members: &Map<String, Value>) -> Result<(), String> {
    let text = |name: &str| {
        members
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let value = text("indicatorValue");
    let fits = match text("indicatorType") {
        "FileSha1" | "CertificateThumbprint" => is_hex(value, 40),
        "FileSha256" => is_hex(value, 64),
        "FileMd5" => is_hex(value, 32),
        // A range is refused: it does not parse as an address.
        "IpAddress" => value.parse::<std::net::IpAddr>().is_ok(),
        "DomainName" => value.contains('.') && !value.contains(['/', ' ', ':']),
        "Url" => value.contains('.') && !value.contains(' '),
        _ => false,
    };
    if !fits {
        return Err(
            "Request body is incorrect: indicatorValue does not fit indicatorType".to_owned(),
        );
    }
    let generates = members
        .get("generateAlert")
        .is_some_and(|flag| *flag == true);
    if text("action") == "Audit" && !generates {
        return Err("Request body is incorrect: action Audit needs generateAlert".to_owned());
    }
    Ok(())
}

/// Stores several indicators. Items that are not valid fail, the others are stored.
fn import(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let items = members
        .get("Indicators")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let results: Vec<Value> = items
        .iter()
        .map(|item| {
            let value = item["indicatorValue"].clone();
            let outcome = complete(item).and_then(|members| {
                validate(members)?;
                save(call, members)
            });
            match outcome {
                Ok(saved) => json!({"id": saved["id"], "indicator": value, "isFailed": false, "failureReason": null}),
                Err(why) => json!({"id": null, "indicator": key_text(&value), "isFailed": true, "failureReason": why}),
            }
        })
        .collect();
    Ok(Answer::json(200, json!({"value": results})))
}

/// The members of an item, which must have all that a submit requires.
fn complete(item: &Value) -> Result<&Map<String, Value>, String> {
    let members = item
        .as_object()
        .ok_or_else(|| "The item is not an object".to_owned())?;
    let operation = tables::operation("mde.indicators.submit");
    let missing = operation
        .into_iter()
        .flat_map(|operation| &operation.params)
        .find(|param| {
            param.place == "body"
                && param.required
                && members.get(&param.name).is_none_or(Value::is_null)
        });
    missing.map_or(Ok(members), |param| {
        Err(format!("Required parameter is missing: {}", param.name))
    })
}

/// Deletes indicators. An unknown id refuses the whole call.
fn batch_delete(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let ids = texts(&members, "IndicatorIds");
    if ids.is_empty() {
        return Err(Refusal::invalid_input("IndicatorIds must not be empty"));
    }
    all_exist(call, "Indicator", &ids)?;
    for id in &ids {
        call.table("Indicator").remove(id);
    }
    Ok(Answer::empty(204))
}
