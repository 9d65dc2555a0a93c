//! Cases of the Defender portal with what they hold, and tasks of Defender Experts.
//!
//! A record below a case names its case in a member that no answer shows. The first case holds one record of each kind;
//! the cases of incidents belong to the first incidents of the organization.
//!
//! | records | number |
//! | --- | --- |
//! | generic cases | four |
//! | exposure cases | one |
//! | cases of incidents | one for each of the first four incidents |
//! | below each case | a comment, an attachment, a relation to an incident, a task |
//! | tasks of Defender Experts | one for each action, the executable ones first |
//!
//! Source: `security-casemanagement-*.md`, `security-incidenttask.md`.

use fastrand::Rng;
use serde_json::{Map, Value, json};

use super::estate::{Estate, IncidentFact};
use super::seeder::Seeder;
use super::words;
use crate::clock::{earlier, iso};
use crate::random::{self, guid};
use crate::values::{lower_first, merged};

/// Namespace of the types of case management.
pub(crate) const TYPES: &str = "#microsoft.graph.security.caseManagement.";
/// The member with the id of the case that a record belongs to. Not part of an answer.
pub(crate) const CASE: &str = "@sandbox.case";
/// The member with the content of a seeded attachment. Not part of an answer.
pub(crate) const CONTENT: &str = "@sandbox.content";

/// Titles of the cases that people opened.
const TITLES: [&str; 4] = [
    "Mail with a link that users reported",
    "Laptop that was lost on a train",
    "Review of the accounts of a supplier",
    "Questions of the auditors",
];
/// Number of incidents that have a case.
const INCIDENTS: usize = 4;
/// Actions of the tasks of Defender Experts, the devices of incidents first.
const ACTIONS: [&str; 6] = [
    "isolateDevice",
    "runAntiVirusScan",
    "collectInvestigationPackage",
    "restrictAppExecution",
    "disableUser",
    "text",
];

/// The records of an entity. `None` for entities without cases and tasks.
pub(super) fn rows(seeder: &Seeder, entity: &str) -> Option<Vec<Value>> {
    Some(match entity {
        "Case" => cases(seeder),
        "CaseActivity" => below_each(seeder, entity, comment),
        "CaseAttachment" => below_each(seeder, entity, attachment),
        "CaseRelation" => below_each(seeder, entity, relation),
        "CaseTask" => below_each(seeder, entity, task),
        "CaseTypeConfiguration" => case_types(seeder),
        "IncidentTask" => incident_tasks(seeder),
        _ => return None,
    })
}

/// Members that every record of case management has.
fn common(seeder: &Seeder, rng: &mut Rng, hours: i64) -> Value {
    let (made, changed) = (hours * 3600, hours * 1800);
    json!({
        "id": guid(rng), "createdDateTime": iso(earlier(seeder.plan().base, made)), "createdBy": words::upn(rng),
        "lastModifiedDateTime": iso(earlier(seeder.plan().base, changed)), "lastModifiedBy": words::upn(rng),
    })
}

/// Hours of a record's age by its number.
fn age(number: usize) -> i64 {
    i64::try_from(number + 1).unwrap_or(1) * 30
}

/// Generic cases, one exposure, and the cases of the first incidents.
fn cases(seeder: &Seeder) -> Vec<Value> {
    let mut rng = random::rng(seeder.plan().seed, "xdr/Case");
    let mut found = Vec::new();
    for (number, title) in TITLES.iter().enumerate() {
        let own = json!({
            "@odata.type": format!("{TYPES}genericCase"), "displayName": title,
            "status": (["open", "open", "inProgress", "closed"])[number], "description": words::sentence(&mut rng),
            "assignedTo": words::upn(&mut rng), "priority": (["high", "medium", "low", "low"])[number],
            "dueDateTime": null, "closingNotes": null, "customFields": {}, "slaPolicies": [],
        });
        found.push(merged(common(seeder, &mut rng, age(number)), own));
    }
    found.push(merged(
        common(seeder, &mut rng, age(TITLES.len())),
        json!({
            "@odata.type": format!("{TYPES}exposureCase"), "displayName": "Storage that anyone can read",
            "status": "open", "description": words::sentence(&mut rng), "assignedTo": words::upn(&mut rng),
            "priority": "high", "dueDateTime": null, "emailNotificationRecipients": [], "isGracePeriodEnabled": false,
            "automation": null, "github": null, "seemplicity": null, "thirdPartyWorkItem": null,
            "customFields": {}, "slaPolicies": [],
        }),
    ));
    let estate = seeder.estate();
    for (number, incident) in estate.incidents.iter().take(INCIDENTS).enumerate() {
        let shared = common(seeder, &mut rng, age(TITLES.len() + 1 + number));
        found.push(merged(shared, incident_case(estate, incident)));
    }
    found
}

/// The case of an incident, which shows the members of the incident.
fn incident_case(estate: &Estate, incident: &IncidentFact) -> Value {
    let count = incident.alerts.len();
    let alerts: Vec<_> = incident
        .alerts
        .iter()
        .map(|place| &estate.alerts[*place])
        .collect();
    let title = alerts.first().map_or("", |alert| alert.kind.title);
    let number = incident.number;
    json!({
        "@odata.type": format!("{TYPES}incidentCase"), "displayName": title,
        "status": if incident.resolved { "closed" } else { "open" }, "customFields": {}, "slaPolicies": [],
        "description": "Made up for the sandbox.", "assignedTo": null, "emailNotificationRecipients": [],
        "dueDateTime": null, "incidentId": number, "classification": "unknown", "determination": "unknown",
        "severity": lower_first(incident.severity), "summary": null, "priorityScore": 50,
        "firstEventTime": alerts.first().map(|alert| iso(alert.first_event)),
        "lastEventTime": alerts.last().map(|alert| iso(alert.last_event)),
        "alertCounts": {"total": count, "active": count, "bySeverity": null, "byStatus": null},
        "impactedAssets": {"total": count, "machines": count},
        "investigation": null, "topRiskScore": null, "detectionSources": [], "serviceSources": [],
        "productNames": ["Microsoft Defender for Endpoint"], "categories": [], "workspaceIds": [], "policyNames": [],
        "alertPolicyIds": [], "dataSensitivityLabels": [], "cloudScopes": [], "dataStreams": [], "aiAgentIds": [],
        "redirectIncidentId": null, "redirectCaseId": null, "investigationIds": [], "investigationStates": [],
        "associatedThreatIds": [], "osPlatforms": [], "machineGroupIds": [],
        "incidentWebUrl": format!("https://security.microsoft.com/incidents/{number}"), "systemTags": [],
    })
}

/// One record below each case.
fn below_each(
    seeder: &Seeder,
    entity: &str,
    own: fn(&Seeder, &mut Rng, &Value) -> Value,
) -> Vec<Value> {
    let mut rng = random::rng(seeder.plan().seed, &format!("xdr/{entity}"));
    let of_case = |(number, case): (usize, Value)| {
        let shared = common(seeder, &mut rng, age(number));
        let record = merged(shared, own(seeder, &mut rng, &case));
        merged(record, json!({CASE: case["id"]}))
    };
    cases(seeder).into_iter().enumerate().map(of_case).collect()
}

/// A comment of a person.
fn comment(_: &Seeder, rng: &mut Rng, _: &Value) -> Value {
    json!({"@odata.type": format!("{TYPES}comment"), "message": words::sentence(rng)})
}

/// A text that was scanned and can be fetched.
fn attachment(_: &Seeder, rng: &mut Rng, case: &Value) -> Value {
    let content = "sandbox";
    json!({
        "displayName": format!("note-{}.txt", rng.u16(100..1000)), "description": words::sentence(rng),
        "fileSize": content.len(), "fileExtension": "txt", "scanResult": "noThreatsFound",
        "origin": {"resourceId": case["id"], "resourceType": "case"}, CONTENT: content,
    })
}

/// A link to an incident.
fn relation(seeder: &Seeder, rng: &mut Rng, case: &Value) -> Value {
    let incidents = &seeder.estate().incidents;
    let place = rng.usize(..incidents.len().max(1));
    let number = match case["incidentId"].as_i64() {
        Some(number) => Some(number.to_string()),
        None => incidents.get(place).map(|one| one.number.to_string()),
    };
    json!({
        "@odata.type": format!("{TYPES}incidentRelation"), "relatedResourceId": number,
        "displayName": "Related incident",
    })
}

/// A task that was not started.
fn task(_: &Seeder, rng: &mut Rng, _: &Value) -> Value {
    json!({
        "displayName": "Ask the people concerned", "description": words::sentence(rng), "status": "new",
        "priority": "medium", "category": "investigate", "assignedTo": words::upn(rng), "dueDateTime": null,
        "closingNotes": null,
    })
}

/// The kinds of case with their statuses and, of generic ones, a field of the tenant.
fn case_types(seeder: &Seeder) -> Vec<Value> {
    let mut rng = random::rng(seeder.plan().seed, "xdr/CaseTypeConfiguration");
    let kinds = [
        ("genericCase", "Generic"),
        ("incidentCase", "Incident"),
        ("exposureCase", "Exposure"),
    ];
    let of_kind = |(id, name): (&str, &str)| {
        let statuses: Vec<Value> = ["open", "inProgress", "closed"]
            .iter()
            .enumerate()
            .map(|(place, status)| {
                let custom = json!({
                    "customStatusId": guid(&mut rng), "displayName": format!("{status} (team)"), "sortOrder": 0,
                    "isFinal": *status == "closed",
                });
                json!({"id": status, "displayName": status, "sortOrder": place, "customStatuses": [custom]})
            })
            .collect();
        let field = json!({
            "@odata.type": format!("{TYPES}stringCustomFieldDefinition"), "id": "customerImpact",
            "displayName": "Impact on customers", "description": null, "isRequired": false, "isDisabled": false,
            "defaultValue": null,
        });
        json!({
            "id": id, "displayName": name, "defaultStatusId": "open", "statuses": statuses, "customFields": [field],
        })
    };
    kinds.into_iter().map(of_kind).collect()
}

/// Tasks for the first incidents, one for each action.
fn incident_tasks(seeder: &Seeder) -> Vec<Value> {
    let mut rng = random::rng(seeder.plan().seed, "xdr/IncidentTask");
    let estate = seeder.estate();
    let of_action = |(number, action): (usize, &&str)| {
        let incident = estate.incidents.get(number % estate.incidents.len().max(1));
        let alert = incident.and_then(|one| estate.alerts.get(*one.alerts.first()?));
        let at = iso(earlier(seeder.plan().base, age(number) * 3600));
        json!({
            "id": guid(&mut rng), "displayName": format!("Task {}: {action}", number + 1),
            "description": words::sentence(&mut rng), "status": "open", "source": "defenderExpertsGuidedResponse",
            "actionType": action, "actionStatus": "notStarted",
            "responseAction": alert.and_then(|alert| response_action(action, &estate.device_of(alert).id, &estate.person_of(alert).object_id)),
            "createdByDisplayName": "Defender Experts", "createdDateTime": at, "lastModifiedByDisplayName": "Defender Experts",
            "lastModifiedDateTime": at,
            "incident": incident.map(|one| json!({"id": one.number.to_string()})),
        })
    };
    ACTIONS.iter().enumerate().map(of_action).collect()
}

/// What a task is for. Free text has no action.
fn response_action(action: &str, device: &str, person: &str) -> Option<Value> {
    let kind = match action {
        "text" => return None,
        // The type spells it otherwise than the word.
        "runAntiVirusScan" => "runAntivirusScan",
        other => other,
    };
    let mut found = Map::new();
    let name = format!("#microsoft.graph.security.{kind}IncidentTaskResponseAction");
    found.insert("@odata.type".to_owned(), name.into());
    let target = if action == "disableUser" {
        person
    } else {
        device
    };
    found.insert("identifierValue".to_owned(), target.into());
    if action == "isolateDevice" {
        found.insert("isolationType".to_owned(), "full".into());
    }
    Some(Value::Object(found))
}
