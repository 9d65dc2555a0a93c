//! Alerts of Defender for Endpoint: related records, changes, creation from an event.
//!
//! Source: `update-alert.md`, `batch-update-alerts.md`, `create-alert-by-reference.md`,
//! `get-alert-related-*.md`.

use serde_json::{Map, Value, json};

use super::lookup::rows_where;
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::list::of_rows;
use crate::generic::{all_exist, body, entity_answer, record};
use crate::odata;
use crate::products::alert_sync;
use crate::refusal::Refusal;
use crate::values::{key_text, texts};

/// Maximum number of alerts in one batch update.
const BATCH: usize = 500;

/// Answers an operation on alerts. `None` for list and get.
pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    Some(match verb {
        "get_machine" => machine(call),
        "get_user" => user(call),
        "list_domains" => domains(call),
        "list_files" => files(call),
        "list_ips" => addresses(call),
        "update" => update(call),
        "batch_update" => batch_update(call),
        "create_by_reference" => create(call),
        _ => return None,
    })
}

/// The alert in the path.
fn alert(call: &mut Call<'_>) -> Result<Value, Refusal> {
    record(call, "Alert", "alert_id")
}

/// The machine of an alert.
fn machine(call: &mut Call<'_>) -> Outcome {
    let id = key_text(&alert(call)?["machineId"]);
    let machine = call
        .table("Machine")
        .get(&id)
        .cloned()
        .ok_or_else(|| Refusal::not_found("Machine", &id))?;
    Ok(entity_answer(call, machine))
}

/// The user of an alert.
fn user(call: &mut Call<'_>) -> Outcome {
    let alert = alert(call)?;
    let name = alert["relatedUser"]["userName"]
        .as_str()
        .unwrap_or_default();
    let user = call.table("User").find("accountName", name).cloned();
    Ok(entity_answer(
        call,
        user.ok_or_else(|| Refusal::not_found("User", name))?,
    ))
}

/// Distinct values of a member of the evidence.
fn evidence(alert: &Value, member: &str) -> Vec<String> {
    let mut values: Vec<String> = alert["evidence"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|piece| piece[member].as_str().map(str::to_owned))
        .collect();
    values.sort();
    values.dedup();
    values
}

/// Hosts of the links in the evidence.
fn domains(call: &mut Call<'_>) -> Outcome {
    let urls = evidence(&alert(call)?, "url");
    let hosts = urls
        .iter()
        .filter_map(|url| url.split('/').nth(2))
        .map(|host| json!({"host": host}));
    let rows: Vec<Value> = hosts.collect();
    of_rows(call, &rows)
}

/// Files in the evidence.
fn files(call: &mut Call<'_>) -> Outcome {
    let hashes = evidence(&alert(call)?, "sha1");
    let rows = rows_where(call, "File", |file| {
        hashes.iter().any(|hash| file["sha1"] == **hash)
    });
    of_rows(call, &rows)
}

/// IP addresses in the evidence.
fn addresses(call: &mut Call<'_>) -> Outcome {
    let rows: Vec<Value> = evidence(&alert(call)?, "ipAddress")
        .into_iter()
        .map(|address| json!({"id": address}))
        .collect();
    of_rows(call, &rows)
}

/// Changes an alert. An empty body is refused.
fn update(call: &mut Call<'_>) -> Outcome {
    let changes = body::check(call)?;
    if changes.is_empty() {
        return Err(Refusal::invalid_body("Request body is incorrect"));
    }
    let mut alert = alert(call)?;
    change(call, &mut alert, &changes);
    call.table("Alert").insert(alert.clone());
    alert_sync::changed_in_mde(call.store, &alert);
    Ok(entity_answer(call, alert))
}

/// Sets the members in the body. A comment is appended, so repeating the call adds it
/// twice.
fn change(call: &Call<'_>, alert: &mut Value, changes: &Map<String, Value>) {
    let now = iso(call.now);
    for (name, value) in changes
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "comment" | "alertIds"))
    {
        alert[name] = value.clone();
    }
    if let Some(comment) = changes.get("comment").filter(|comment| !comment.is_null()) {
        let comment = json!({"comment": comment, "createdBy": call.actor(), "createdTime": now});
        match alert["comments"].as_array_mut() {
            Some(comments) => comments.push(comment),
            None => alert["comments"] = json!([comment]),
        }
    }
    match changes.get("status").and_then(Value::as_str) {
        Some("Resolved") => alert["resolvedTime"] = now.clone().into(),
        Some(_) => alert["resolvedTime"] = Value::Null,
        None => {}
    }
    alert["lastUpdateTime"] = now.into();
}

/// Changes several alerts. An unknown id refuses the whole call.
///
/// # Errors
///
/// 400 for no ids or more than 500, 404 for an unknown id.
fn batch_update(call: &mut Call<'_>) -> Outcome {
    let changes = body::check(call)?;
    let ids = texts(&changes, "alertIds");
    if ids.is_empty() {
        return Err(Refusal::invalid_input("alertIds must not be empty"));
    }
    if ids.len() > BATCH {
        let text = format!("Maximum batch size of {BATCH} was exceeded");
        return Err(Refusal::new(400, "MaximumBatchSizeExceeded", text));
    }
    all_exist(call, "Alert", &ids)?;
    for id in ids {
        if let Some(mut alert) = call.table("Alert").get(&id).cloned() {
            change(call, &mut alert, &changes);
            alert_sync::changed_in_mde(call.store, &alert);
            call.table("Alert").insert(alert);
        }
    }
    Ok(Answer::empty(200))
}

/// Creates an alert from a process event that hunting shows. If the machine has an open
/// alert with the same title, that one is returned instead.
///
/// # Errors
///
/// 404 if no process event has this report id, time and machine.
fn create(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let text = |name: &str| members.get(name).map(key_text).unwrap_or_default();
    let (machine_id, title) = (text("machineId"), text("title"));
    let device = call.table("Machine").get(&machine_id).cloned();
    let event = super::hunting::event(
        call.store,
        &machine_id,
        &text("reportId"),
        odata::date(&text("eventTime")),
    );
    let (Some(device), true) = (device, event) else {
        return Err(Refusal::new(
            404,
            "NotFound",
            "No event with this reportId, eventTime and machineId was found",
        ));
    };
    let open = rows_where(call, "Alert", |alert| {
        alert["machineId"] == *machine_id
            && alert["title"] == *title
            && alert["status"] != "Resolved"
    });
    if let Some(open) = open.into_iter().next() {
        return Ok(entity_answer(call, open));
    }
    let now = iso(call.now);
    let number = call.store.next_number("alerts created", 1);
    let alert = json!({
        "id": format!("da{}_{number}", 639_000_000_000_000_000_u64 + number), "title": title,
        "incidentId": 90_000 + number, "investigationId": null, "assignedTo": null, "severity": text("severity"),
        "status": "New", "classification": null, "determination": null, "investigationState": "Queued",
        "detectionSource": "CustomerTI", "detectorId": null, "category": text("category"),
        "threatFamilyName": null, "description": text("description"), "recommendedAction": text("recommendedAction"),
        "alertCreationTime": now, "firstEventTime": text("eventTime"), "lastEventTime": text("eventTime"),
        "lastUpdateTime": now, "resolvedTime": null, "machineId": machine_id,
        "computerDnsName": device["computerDnsName"], "rbacGroupName": device["rbacGroupName"],
        "aadTenantId": call.store.plan().tenant_id, "threatName": null, "mitreTechniques": [], "relatedUser": null,
        "comments": [], "evidence": [],
    });
    call.table("Alert").insert(alert.clone());
    Ok(entity_answer(call, alert))
}
