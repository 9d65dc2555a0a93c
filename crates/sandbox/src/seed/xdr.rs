//! The organization as Defender XDR shows it: incidents with their alerts, devices and
//! entities inside.
//!
//! Source: `api-list-incidents.md`, `api-incident.md`.

use std::sync::LazyLock;

use serde_json::{Value, json};

use super::alerts::AlertFact;
use super::devices::Device;
use super::estate::{Estate, IncidentFact};
use super::evidence;
use super::seeder::Seeder;
use crate::clock::iso;
use crate::values::merged;

/// The incidents. `None` for other entities.
pub(super) fn rows(seeder: &Seeder, entity: &str) -> Option<Vec<Value>> {
    let estate = seeder.estate();
    match entity {
        "XdrIncident" => Some(
            estate
                .incidents
                .iter()
                .map(|one| incident(estate, one))
                .collect(),
        ),
        _ => None,
    }
}

/// An incident with its alerts.
fn incident(estate: &Estate, incident: &IncidentFact) -> Value {
    let alerts: Vec<&AlertFact> = incident
        .alerts
        .iter()
        .map(|place| &estate.alerts[*place])
        .collect();
    let title = alerts.first().map_or("", |alert| alert.kind.title);
    json!({
        "incidentId": incident.number, "redirectIncidentId": null, "incidentName": title,
        "createdTime": iso(incident.created), "lastUpdateTime": iso(incident.updated), "assignedTo": null,
        "classification": if incident.resolved { "TruePositive" } else { "Unknown" },
        "determination": if incident.resolved { "Malware" } else { "NotAvailable" },
        "detectionSource": null, "status": if incident.resolved { "Resolved" } else { "Active" },
        "severity": incident.severity, "tags": [], "comments": [],
        "alerts": alerts.iter().map(|alert| alert_of(estate, alert)).collect::<Vec<Value>>(),
    })
}

/// An alert inside an incident.
fn alert_of(estate: &Estate, alert: &AlertFact) -> Value {
    let (device, person, file) = (
        estate.device_of(alert),
        estate.person_of(alert),
        estate.file_of(alert),
    );
    let entity = |kind: &str, members| merged(json!({"entityType": kind}), members);
    let entities = [
        entity("User", evidence::account(person)),
        entity("Process", evidence::process(alert, file)),
        entity("File", evidence::file(file)),
        entity("Ip", json!({"ipAddress": alert.ip})),
        entity("Url", json!({"url": alert.url})),
    ];
    json!({
        "alertId": alert.id, "incidentId": alert.incident, "serviceSource": "MicrosoftDefenderForEndpoint",
        "creationTime": iso(alert.created), "lastUpdatedTime": iso(alert.updated),
        "resolvedTime": alert.resolved.map(iso), "firstActivity": iso(alert.first_event),
        "lastActivity": iso(alert.last_event), "title": alert.kind.title,
        "description": "Made up for the sandbox.", "category": alert.kind.category, "status": alert.status,
        "severity": alert.severity, "investigationId": alert.investigation,
        "investigationState": if alert.investigation.is_some() { "Running" } else { "UnsupportedAlertType" },
        "classification": alert.classification,
        // The pages of Defender XDR know `Clean` and not `NotMalicious`.
        "determination": alert.determination.map(|word| if word == "NotMalicious" { "Clean" } else { word }),
        "detectionSource": alert.kind.source, "assignedTo": alert.assigned_to, "actorName": null,
        "threatFamilyName": alert.kind.family, "mitreTechniques": alert.kind.techniques,
        "devices": [device_of(device)],
        "entities": entities.map(|entity| complete(entity, &device.id)),
    })
}

/// A device inside an alert.
fn device_of(device: &Device) -> Value {
    json!({
        "mdatpDeviceId": device.id, "aadDeviceId": device.aad_id, "deviceDnsName": device.dns_name,
        "osPlatform": device.platform, "version": device.version, "osProcessor": "x64", "osBuild": device.build,
        "healthStatus": device.health, "riskScore": device.risk, "rbacGroupName": device.group_name,
        "rbacGroupId": device.group_id, "firstSeen": iso(device.first_seen),
    })
}

/// An entity with all members. The service sends members of other kinds as null.
static ENTITY: LazyLock<Value> = LazyLock::new(|| {
    json!({
        "entityType": null, "sha1": null, "sha256": null, "fileName": null, "filePath": null, "processId": null,
        "processCommandLine": null, "processCreationTime": null, "parentProcessId": null,
        "parentProcessCreationTime": null, "ipAddress": null, "url": null, "accountName": null, "domainName": null,
        "userSid": null, "aadUserId": null, "userPrincipalName": null, "mailboxDisplayName": null,
        "mailboxAddress": null, "clusterBy": null, "sender": null, "recipient": null, "subject": null,
        "deliveryAction": null, "securityGroupId": null, "securityGroupName": null, "registryHive": null,
        "registryKey": null, "registryValueType": null, "registryValue": null, "deviceId": null,
    })
});

/// An entity with all members, on a device.
fn complete(members: Value, device: &str) -> Value {
    let entity = merged(ENTITY.clone(), json!({"deviceId": device}));
    merged(entity, members)
}
