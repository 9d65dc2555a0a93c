//! Microsoft Graph security: alerts, incidents, hunting, batches, threat intelligence,
//! submissions, assessments, audit searches, attack simulations, cases, Defender for Identity.
//!
//! Changes of alerts and incidents are visible in Defender for Endpoint and Defender XDR as
//! well. Not emulated: delta queries, change notifications of subscriptions, the difference
//! between v1.0 and beta besides paths.
//!
//! Source: Graph reference, `security-*.md`; documents of each operation are in
//! `reference`.

mod attack_simulation;
pub(crate) mod batch;
mod bulk;
mod cases;
mod identities;
mod incident_tasks;
mod incidents;
mod started;
mod threat_assessment;

use serde_json::{Value, json};

use super::hunting;
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::{body, record};
use crate::refusal::Refusal;

/// Answers an operation that the tables do not describe. `None` for others.
pub(super) fn answer(call: &mut Call<'_>) -> Option<Outcome> {
    started::proceed(call.store, call.now);
    cases::proceed(call.store, call.now);
    incident_tasks::proceed(call.store, call.now);
    Some(match call.operation.id.as_str() {
        "graph.hunting.run" => hunting::run_graph(call),
        "graph.hunting.get_schema" => hunting::schema_graph(call),
        "graph.incident_tasks.list" => incident_tasks::rows(call),
        "graph.incident_tasks.execute_response_action" => incident_tasks::execute(call),
        "graph.alerts.create_comment" => incidents::comment(call, "Alert", "alert_id"),
        "graph.incidents.create_comment" => incidents::comment(call, "Incident", "incident_id"),
        "graph.alerts.update" => incidents::update(call, "Alert", "alert_id"),
        "graph.incidents.update" => incidents::update(call, "Incident", "incident_id"),
        "graph.incidents.list" => incidents::list(call),
        "graph.incidents.get" => incidents::get(call),
        "graph.incidents.list_alerts" => incidents::alerts(call),
        "graph.alerts.create" => incidents::create_from_input(call),
        "graph.alerts.create_manual" => incidents::create_alert(call),
        "graph.alerts.move" => incidents::move_alerts(call),
        "graph.incidents.merge" => incidents::merge(call),
        "graph.audit_log.create_query"
        | "graph.threat_submission.email_create"
        | "graph.threat_submission.file_create"
        | "graph.threat_submission.url_create" => started::start(call),
        "graph.audit_log.list_records" => return records(call),
        "graph.analyzed_emails.remediate" => remediate(call),
        "graph.secure_score_control_profiles.update" => update_control(call),
        "graph.legacy_alerts.update_many" => bulk::save_many(call, "LegacyAlert"),
        "graph.ti_indicators.submit_many" | "graph.ti_indicators.update_many" => {
            bulk::save_many(call, "TiIndicator")
        }
        "graph.ti_indicators.delete_many" => bulk::delete_many(call, "id"),
        "graph.ti_indicators.delete_by_external_id" => bulk::delete_many(call, "externalId"),
        "graph.threat_submission.email_review" => review(call),
        "graph.security_actions.cancel" => cancel(call),
        _ => {
            return attack_simulation::answer(call)
                .or_else(|| threat_assessment::answer(call))
                .or_else(|| cases::answer(call))
                .or_else(|| identities::answer(call));
        }
    })
}

/// Records of an audit search. The list is empty until the search has ended.
///
/// Source: `security-auditlogquery-list-records.md`.
fn records(call: &mut Call<'_>) -> Option<Outcome> {
    match record(call, "AuditLogQuery", "audit_log_query_id") {
        Err(refusal) => Some(Err(refusal)),
        Ok(query) if matches!(query["status"].as_str(), Some("notStarted" | "running")) => {
            Some(crate::generic::list::of_rows(call, &[]))
        }
        Ok(_) => None,
    }
}

/// Moves the named mails. The response has the documented location, an address of the
/// portal with raw braces and quotes in its query.
///
/// Source: `security-analyzedemail-remediate.md`. `moveToQuarantine` is refused, as
/// documented.
fn remediate(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let location = match members["action"].as_str().unwrap_or_default() {
        "moveToJunk" => "junkFolder",
        "moveToInbox" => "inbox_folder",
        "moveToDeletedItems" => "deletedFolder",
        "moveToQuarantine" => {
            return Err(Refusal::invalid_input("moveToQuarantine is not supported"));
        }
        // Deleted mails are in no visible folder.
        _ => "others",
    };
    let named = members["analyzedEmails"].as_array().into_iter().flatten();
    let is_named = |email: &Value| {
        named.clone().any(|one| {
            ["networkMessageId", "recipientEmailAddress"]
                .iter()
                .all(|member| one[*member] == email[*member])
        })
    };
    for email in call
        .table("AnalyzedEmail")
        .rows_mut()
        .filter(|email| is_named(email))
    {
        email["latestDelivery"]["location"] = location.into();
    }
    let id = crate::random::request_id();
    let place = format!(
        "https://security.microsoft.com/action-center/history?filters={{\"bulkId\":[\"{id}\"]}}"
    );
    Ok(Answer::empty(202).header("location", place))
}

/// Cancels a security action that has not ended. No document says which state it then has;
/// of the documented ones only `Failed` says that it was not carried out.
fn cancel(call: &mut Call<'_>) -> Outcome {
    let (now, actor) = (iso(call.now), call.actor());
    let mut action = record(call, "SecurityAction", "security_action_id")?;
    if matches!(action["status"].as_str(), Some("Completed" | "Failed")) {
        return Err(Refusal::invalid_input("The action is over"));
    }
    action["status"] = "Failed".into();
    action["lastActionDateTime"] = now.clone().into();
    let state = json!({"appId": call.caller.client_id, "status": "Failed", "updatedDateTime": now, "user": actor});
    match action["states"].as_array_mut() {
        Some(states) => states.push(state),
        None => action["states"] = json!([state]),
    }
    call.table("SecurityAction").insert(action);
    Ok(Answer::empty(call.operation.response.status))
}

/// Stores the verdict of the tenant's staff on a submitted mail.
fn review(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let mut email = record(call, "EmailThreatSubmission", "email_threat_id")?;
    email["adminReview"] = json!({
        "reviewBy": call.actor(), "reviewDateTime": iso(call.now), "reviewResult": members["category"],
    });
    call.table("EmailThreatSubmission").insert(email);
    Ok(Answer::empty(call.operation.response.status))
}

/// Adds a change to the state updates of a control. The members at the top stay as they
/// are.
///
/// Source: `securescorecontrolprofile-update.md`.
fn update_control(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let mut control = record(call, "SecureScoreControlProfile", "control_id")?;
    let update = json!({
        "assignedTo": members.get("assignedTo"), "comment": members.get("comment"), "state": members.get("state"),
        "updatedBy": call.actor(), "updatedDateTime": iso(call.now),
    });
    match control["controlStateUpdates"].as_array_mut() {
        Some(updates) => updates.push(update),
        None => control["controlStateUpdates"] = json!([update]),
    }
    control["lastModifiedDateTime"] = iso(call.now).into();
    call.table("SecureScoreControlProfile")
        .insert(control.clone());
    Ok(if call.wants_representation() {
        crate::generic::entity_answer_with(call, 200, control)
    } else {
        Answer::empty(204)
    })
}

#[cfg(test)]
mod tests;
