//! Threat assessment requests, and what audit records say about their service.
//!
//! Source: `threatassessmentrequest.md`, `security-auditdata.md`.

use serde_json::{Value, json};

use super::generic;
use super::seeder::Seeder;
use crate::clock::{earlier, iso};

/// The records of an entity. `None` if this module says nothing about it.
pub(super) fn rows(seeder: &Seeder, entity: &str) -> Option<Vec<Value>> {
    Some(match entity {
        "ThreatAssessmentRequest" => requests(seeder),
        "AuditLogRecord" => audit_records(seeder),
        _ => return None,
    })
}

/// The content type of a kind of request.
pub(crate) fn content_type(kind: &str) -> &'static str {
    match kind {
        "#microsoft.graph.fileAssessmentRequest" => "file",
        "#microsoft.graph.urlAssessmentRequest" => "url",
        _ => "mail",
    }
}

/// Requests of all four kinds, oldest first. All have been assessed.
fn requests(seeder: &Seeder) -> Vec<Value> {
    let mut rows = generic::rows(seeder, "xdr", "ThreatAssessmentRequest", generic::ROWS);
    let count = rows.len();
    for (number, row) in rows.iter_mut().enumerate() {
        let age = count - number;
        let person = &seeder.estate().people[number % seeder.estate().people.len().max(1)];
        let kind = row["@odata.type"].as_str().unwrap_or_default().to_owned();
        row["contentType"] = content_type(&kind).into();
        row["category"] = ["spam", "phishing", "malware"][number % 3].into();
        row["requestSource"] = "administrator".into();
        row["status"] = "completed".into();
        let hours = i64::try_from(age).unwrap_or(0);
        row["createdDateTime"] = iso(earlier(seeder.plan().base, hours * 3600)).into();
        row["createdBy"] =
            json!({"user": {"id": person.object_id, "displayName": person.display_name}});
        for (member, value) in [
            ("contentData", ""),
            ("recipientEmail", person.upn.as_str()),
            ("destinationRoutingReason", "notJunk"),
        ] {
            if row.get(member).is_some() {
                row[member] = value.into();
            }
        }
    }
    rows
}

/// Audit records. The type of their data is abstract; of its concrete types only the default one
/// has a page.
fn audit_records(seeder: &Seeder) -> Vec<Value> {
    let mut rows = generic::rows(seeder, "xdr", "AuditLogRecord", generic::ROWS);
    for row in rows.iter_mut().filter(|row| !row["auditData"].is_null()) {
        row["auditData"] = json!({"@odata.type": "#microsoft.graph.security.defaultAuditData"});
    }
    rows
}
