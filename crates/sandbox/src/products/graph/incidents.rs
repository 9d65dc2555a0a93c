//! Alerts and incidents of Graph: comments, changes, moving alerts, merging incidents.
//!
//! Source: `security-alert-update.md`, `security-alert-movealerts.md`,
//! `security-alert-post-comments.md`, `security-incident-update.md`,
//! `security-incident-mergeincidents.md`, `security-list-incidents.md`.

use serde_json::{Map, Value, json};

use crate::answer::{Answer, Body};
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::list::{context, of_rows, of_table, read};
use crate::generic::{all_exist, body, entity_answer, record, shape};
use crate::odata::Options;
use crate::products::{alert_sync, incident_sync};
use crate::random;
use crate::refusal::Refusal;
use crate::values::{key_text, lower_first, texts};

/// Adds a comment. The response lists all comments, as documented.
pub(super) fn comment(call: &mut Call<'_>, entity: &str, param: &str) -> Outcome {
    let members = body::check(call)?;
    let mut target = record(call, entity, param)?;
    let now = iso(call.now);
    let comment = json!({
        "comment": members["comment"], "createdByDisplayName": call.actor(), "createdDateTime": now,
    });
    match target["comments"].as_array_mut() {
        Some(comments) => comments.push(comment),
        None => target["comments"] = json!([comment]),
    }
    target["lastUpdateDateTime"] = now.into();
    let comments = target["comments"].clone();
    call.table(entity).insert(target);
    Ok(Answer::json(
        200,
        json!({"@odata.context": context(call, false), "value": comments}),
    ))
}

/// Changes the members in the body. Words of enums are stored with a small first letter,
/// because documentation samples capitalize them and responses do not.
pub(super) fn update(call: &mut Call<'_>, entity: &str, param: &str) -> Outcome {
    let changes = body::check(call)?;
    let mut target = record(call, entity, param)?;
    for (name, value) in changes
        .into_iter()
        .filter(|(name, _)| !name.starts_with('@'))
    {
        let listed = call
            .operation
            .params_in("body")
            .any(|one| one.name == name && one.kind == "enum");
        // The service writes such words with a small first letter.
        target[&name] = match value.as_str() {
            Some(word) if listed => lower_first(word).into(),
            _ => value,
        };
    }
    let now = iso(call.now);
    if entity == "Alert" {
        let resolved = target["status"] == "resolved";
        target["resolvedDateTime"] = if resolved {
            now.clone().into()
        } else {
            Value::Null
        };
    } else {
        target["lastModifiedBy"] = call.actor().into();
    }
    target["lastUpdateDateTime"] = now.into();
    call.table(entity).insert(target.clone());
    if entity == "Alert" {
        alert_sync::changed_in_graph(call.store, &target);
    } else {
        incident_sync::changed_in_graph(call.store, &target);
    }
    Ok(entity_answer(call, target))
}

/// Lists incidents, with their alerts if the request expands them.
pub(super) fn list(call: &mut Call<'_>) -> Outcome {
    let mut answer = of_table(call, "Incident")?;
    let (options, _) = read(call)?;
    if let Some(alerts) = options.expanded("alerts")
        && call.store.data.is_none()
        && let Body::Json(body) = &mut answer.body
        && let Some(rows) = body["value"].as_array_mut()
    {
        for incident in rows {
            let all = alerts_of(call, &key_text(&incident["id"])).into();
            incident["alerts"] = alerts.shaped(&all);
        }
    }
    Ok(answer)
}

/// Returns an incident, with its alerts if the request expands them.
pub(super) fn get(call: &mut Call<'_>) -> Outcome {
    let options = Options::read(call.operation, call.request.service, &call.query)?;
    let mut incident = record(call, "Incident", "incident_id")?;
    if options.expanded("alerts").is_some() {
        incident["alerts"] = alerts_of(call, &call.path("incident_id")).into();
    }
    Ok(entity_answer(call, options.project(&incident)))
}

/// Lists the alerts of an incident.
pub(super) fn alerts(call: &mut Call<'_>) -> Outcome {
    record(call, "Incident", "incident_id")?;
    let rows = alerts_of(call, &call.path("incident_id"));
    of_rows(call, &rows)
}

/// The alerts of an incident.
fn alerts_of(call: &mut Call<'_>, incident: &str) -> Vec<Value> {
    call.table("Alert")
        .rows()
        .filter(|alert| alert["incidentId"] == *incident)
        .cloned()
        .collect()
}

/// Moves alerts into an incident. Without an incident a new one is made.
///
/// # Errors
///
/// 404 for an unknown alert or incident. Nothing is moved then.
pub(super) fn move_alerts(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let ids = texts(&members, "alertIds");
    all_exist(call, "Alert", &ids)?;
    let target = match members.get("incidentId").filter(|id| !id.is_null()) {
        Some(id) => key_text(id),
        None => new_incident(call),
    };
    if call.table("Incident").get(&target).is_none() {
        return Err(Refusal::not_found("Incident", &target));
    }
    for id in &ids {
        if let Some(alert) = call.table("Alert").get_mut(id) {
            alert["incidentId"] = target.clone().into();
        }
    }
    Ok(entity_answer(call, json!({"targetIncidentId": target})))
}

/// Creates an alert by hand, in a named incident or in a new one.
pub(super) fn create_alert(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    made_alert(call, members)
}

/// Creates an alert from the member `createAlertInput`, checked as documented.
///
/// # Errors
///
/// 400 for a member that is missing or has another type or word, for more than 5,000 characters of description and for
/// none or more than 100 entities; 404 for an unknown incident.
pub(super) fn create_from_input(call: &mut Call<'_>) -> Outcome {
    let mut members = body::check(call)?;
    let input = members.remove("createAlertInput").unwrap_or_default();
    let input = input.as_object().cloned().unwrap_or_default();
    check_input(&input)?;
    made_alert(call, input)
}

/// Longest description of an alert that is made by hand, in characters.
const DESCRIPTION: usize = 5_000;
/// Most entities of such an alert.
const ENTITIES: usize = 100;

/// Checks the members of `createAlertInput`. Each entity needs a type, the kind of its identifier, and its value.
fn check_input(input: &Map<String, Value>) -> Result<(), Refusal> {
    let required = [
        "title",
        "severity",
        "description",
        "category",
        "entityDefinitions",
    ];
    body::require(input, &required)?;
    let text = input["description"].as_str().unwrap_or_default();
    if text.chars().count() > DESCRIPTION {
        let why = format!("The description holds {DESCRIPTION} characters at most");
        return Err(Refusal::invalid_body(why));
    }
    let entities = input["entityDefinitions"].as_array();
    let entities = entities.map(Vec::as_slice).unwrap_or_default();
    if entities.is_empty() || entities.len() > ENTITIES {
        let why = format!("entityDefinitions holds 1 to {ENTITIES} entities");
        return Err(Refusal::invalid_body(why));
    }
    let required = ["entityType", "entityIdentifier", "identifierValue"];
    for entity in entities.iter().filter_map(Value::as_object) {
        body::require(entity, &required)?;
    }
    Ok(())
}

/// Stores an alert with these members, in the incident of `linkToIncident` or in a new one. No incident has the number 0.
fn made_alert(call: &mut Call<'_>, mut members: Map<String, Value>) -> Outcome {
    let linked = members
        .remove("linkToIncident")
        .filter(|id| !id.is_null() && *id != 0);
    let incident = match linked {
        Some(id) => {
            let id = key_text(&id);
            if call.table("Incident").get(&id).is_none() {
                return Err(Refusal::not_found("Incident", &id));
            }
            id
        }
        None => new_incident(call),
    };
    let mut alert = shape::blank(call, "Alert");
    let (now, id) = (iso(call.now), random::request_id());
    for (name, value) in [
        ("providerAlertId", format!("manual_{id}")),
        ("id", id),
        ("incidentId", incident),
        ("status", "new".to_owned()),
        ("severity", "unknown".to_owned()),
        ("serviceSource", "microsoft365Defender".to_owned()),
        ("detectionSource", "manual".to_owned()),
        ("tenantId", call.store.plan().tenant_id.clone()),
        ("createdDateTime", now.clone()),
        ("lastUpdateDateTime", now),
    ] {
        alert.insert(name.to_owned(), value.into());
    }
    // The entities and the options of the request are not stored in the alert.
    let known: Vec<String> = alert.keys().cloned().collect();
    alert.extend(
        members
            .into_iter()
            .filter(|(name, _)| !name.starts_with('@') && known.contains(name)),
    );
    let alert = Value::Object(alert);
    call.table("Alert").insert(alert.clone());
    Ok(entity_answer(call, alert))
}

/// Makes an incident and returns its number.
fn new_incident(call: &mut Call<'_>) -> String {
    let number = call.store.next_number("incidents", 80_001).to_string();
    let mut incident = shape::blank(call, "Incident");
    let now = iso(call.now);
    for (name, value) in [
        ("id", number.as_str()),
        ("status", "active"),
        ("severity", "medium"),
    ] {
        incident.insert(name.to_owned(), value.into());
    }
    for name in ["createdDateTime", "lastUpdateDateTime"] {
        incident.insert(name.to_owned(), now.clone().into());
    }
    call.table("Incident").insert(Value::Object(incident));
    number
}

/// Merges incidents into the oldest of them. The others are redirected to it and keep their
/// records.
///
/// # Errors
///
/// 400 for fewer than two incidents, 404 for an unknown one.
pub(super) fn merge(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let ids = texts(&members, "incidentIds");
    if ids.len() < 2 {
        return Err(Refusal::invalid_input("At least two incidents are needed"));
    }
    let mut found: Vec<(String, String)> = Vec::new();
    for id in &ids {
        let incident = call
            .table("Incident")
            .get(id)
            .ok_or_else(|| Refusal::not_found("Incident", id))?;
        found.push((key_text(&incident["createdDateTime"]), id.clone()));
    }
    found.sort();
    let target = found[0].1.clone();
    let now = iso(call.now);
    for (_, id) in &found[1..] {
        if let Some(incident) = call.table("Incident").get_mut(id) {
            incident["status"] = "redirected".into();
            incident["redirectIncidentId"] = target.clone().into();
            incident["lastUpdateDateTime"] = now.clone().into();
        }
    }
    for alert in call.table("Alert").rows_mut() {
        if found.iter().any(|(_, id)| alert["incidentId"] == **id) {
            alert["incidentId"] = target.clone().into();
        }
    }
    Ok(entity_answer(call, json!({"targetIncidentId": target})))
}
