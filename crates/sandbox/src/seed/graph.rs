//! The organization as Microsoft Graph shows it: alerts, incidents, secure scores.
//!
//! Graph spells words with a small first letter. Its alerts are those of Defender for
//! Endpoint; alerts of other products do not exist.
//!
//! Source: `security-alert.md`, `security-incident.md`, `securescore.md`.

use serde_json::{Value, json};

use super::alerts::AlertFact;
use super::estate::{Estate, IncidentFact};
use super::generic;
use super::seeder::Seeder;
use crate::clock::{earlier, iso};
use crate::values::{lower_first, merged};

/// Number of secure scores: one a day. The service keeps 90 days.
const SCORE_DAYS: i64 = 90;

/// The records of an entity. `None` if the organization says nothing about it.
pub(super) fn rows(seeder: &Seeder, entity: &str) -> Option<Vec<Value>> {
    let estate = seeder.estate();
    Some(match entity {
        "Alert" => estate
            .alerts
            .iter()
            .map(|alert| alert_row(seeder, estate, alert))
            .collect(),
        "Incident" => estate
            .incidents
            .iter()
            .map(|one| incident(seeder, estate, one))
            .collect(),
        "SecureScore" => (0..SCORE_DAYS)
            .map(|day| secure_score(seeder, day))
            .collect(),
        "SecureScoreControlProfile" => controls(seeder),
        "ArticleIndicator" | "IntelligenceProfileIndicator" => indicators(seeder, entity),
        _ => return None,
    })
}

/// Indicators of threat intelligence. Each one refers to a host by type and id, also without
/// `$expand`.
///
/// Source: `security-article-list-indicators.md`, `security-intelligenceprofile-list-indicators.md`.
fn indicators(seeder: &Seeder, entity: &str) -> Vec<Value> {
    let hosts = generic::rows(seeder, "xdr", "Host", generic::ROWS);
    let mut rows = generic::rows(seeder, "xdr", entity, hosts.len());
    for (row, host) in rows.iter_mut().zip(hosts) {
        row["artifact"] = json!({"@odata.type": host["@odata.type"], "id": host["id"]});
    }
    rows
}

/// An alert.
fn alert_row(seeder: &Seeder, estate: &Estate, alert: &AlertFact) -> Value {
    let tenant = &seeder.plan().tenant_id;
    let source = match alert.kind.source {
        "WindowsDefenderAv" => "antivirus",
        "CustomerTI" => "customTi",
        _ => "microsoftDefenderForEndpoint",
    };
    json!({
        "@odata.type": "#microsoft.graph.security.alert", "id": alert.id, "providerAlertId": alert.id,
        "incidentId": alert.incident.to_string(), "status": lower_first(alert.status), "severity": lower_first(alert.severity),
        "classification": alert.classification.map(lower_first), "determination": alert.determination.map(lower_first),
        "serviceSource": "microsoftDefenderForEndpoint", "detectionSource": source,
        "productName": "Microsoft Defender for Endpoint", "detectorId": alert.detector_id, "tenantId": tenant,
        "title": alert.kind.title, "description": "Made up for the sandbox.",
        "recommendedActions": "Look at the device's timeline.", "category": alert.kind.category,
        "categories": [alert.kind.category], "assignedTo": alert.assigned_to,
        "alertWebUrl": format!("https://security.microsoft.com/alerts/{}?tid={tenant}", alert.id),
        "incidentWebUrl": format!("https://security.microsoft.com/incidents/{}?tid={tenant}", alert.incident),
        "actorDisplayName": null, "threatDisplayName": null, "threatFamilyName": alert.kind.family,
        "mitreTechniques": alert.kind.techniques, "createdDateTime": iso(alert.created),
        "lastUpdateDateTime": iso(alert.updated), "resolvedDateTime": alert.resolved.map(iso),
        "firstActivityDateTime": iso(alert.first_event), "lastActivityDateTime": iso(alert.last_event),
        "systemTags": [], "alertPolicyId": null, "additionalData": null, "customDetails": {}, "comments": [],
        "investigationState": if alert.investigation.is_some() { "running" } else { "unsupportedAlertType" },
        "evidence": evidence(estate, alert),
    })
}

/// Evidence of an alert: device, user, process, file, address, link.
fn evidence(estate: &Estate, alert: &AlertFact) -> Vec<Value> {
    let (device, person, file) = (
        estate.device_of(alert),
        estate.person_of(alert),
        estate.file_of(alert),
    );
    let account = json!({
        "accountName": person.account, "domainName": person.domain, "userSid": person.sid,
        "azureAdUserId": person.object_id, "userPrincipalName": person.upn, "displayName": person.display_name,
    });
    let image = json!({
        "sha1": file.sha1, "sha256": file.sha256, "md5": file.md5, "fileName": file.name, "filePath": file.folder,
        "fileSize": file.size, "filePublisher": null, "signer": null, "issuer": null,
    });
    let piece = |kind: &str, role: &str, members: Value| {
        let common = json!({
            "@odata.type": format!("#microsoft.graph.security.{kind}"), "createdDateTime": iso(alert.created),
            "verdict": "suspicious", "remediationStatus": "none", "remediationStatusDetails": null,
            "roles": [role], "detailedRoles": [], "tags": [],
        });
        merged(common, members)
    };
    vec![
        piece(
            "deviceEvidence",
            "compromised",
            json!({"mdeDeviceId": device.id, "azureAdDeviceId": device.aad_id, "deviceDnsName": device.dns_name,
                   "hostName": device.host_name(), "ntDomain": person.domain, "dnsDomain": "contoso.com",
                   "osPlatform": device.platform, "osBuild": device.build, "version": device.version,
                   "healthStatus": lower_first(device.health), "riskScore": lower_first(device.risk),
                   "rbacGroupId": device.group_id, "rbacGroupName": device.group_name,
                   "onboardingStatus": lower_first(device.onboarding), "defenderAvStatus": "unknown",
                   "firstSeenDateTime": iso(device.first_seen), "ipInterfaces": [device.ip],
                   "lastIpAddress": device.ip, "lastExternalIpAddress": device.external_ip,
                   "loggedOnUsers": [{"accountName": person.account, "domainName": person.domain}],
                   "resourceAccessEvents": [], "vmMetadata": null}),
        ),
        piece(
            "userEvidence",
            "attacked",
            json!({"userAccount": account, "stream": null}),
        ),
        piece(
            "processEvidence",
            "suspicious",
            json!({"processId": alert.process_id, "parentProcessId": alert.parent_process_id,
                   "processCommandLine": format!("{} -silent", file.name),
                   "processCreationDateTime": iso(alert.first_event),
                   "parentProcessCreationDateTime": iso(alert.first_event), "detectionStatus": "detected",
                   "mdeDeviceId": device.id, "imageFile": image, "parentProcessImageFile": null,
                   "userAccount": account}),
        ),
        piece(
            "fileEvidence",
            "created",
            json!({"detectionStatus": "detected", "mdeDeviceId": device.id, "fileDetails": image}),
        ),
        piece(
            "ipEvidence",
            "destination",
            json!({"ipAddress": alert.ip, "countryLetterCode": "US", "location": null, "stream": null}),
        ),
        piece("urlEvidence", "destination", json!({"url": alert.url})),
    ]
}

/// An incident. It is named after its newest alert.
fn incident(seeder: &Seeder, estate: &Estate, incident: &IncidentFact) -> Value {
    let tenant = &seeder.plan().tenant_id;
    let title = incident
        .alerts
        .first()
        .map_or("", |place| estate.alerts[*place].kind.title);
    json!({
        "id": incident.number.to_string(), "tenantId": tenant,
        "incidentWebUrl": format!("https://security.microsoft.com/incidents/{}?tid={tenant}", incident.number),
        "redirectIncidentId": null, "displayName": title, "createdDateTime": iso(incident.created),
        "lastUpdateDateTime": iso(incident.updated), "assignedTo": null, "lastModifiedBy": null,
        "classification": if incident.resolved { "truePositive" } else { "unknown" },
        "determination": if incident.resolved { "malware" } else { "unknown" },
        "status": if incident.resolved { "resolved" } else { "active" }, "severity": lower_first(incident.severity),
        "priorityScore": 50, "customTags": [], "systemTags": [], "description": null, "summary": null,
        "resolvingComment": null, "comments": [],
    })
}

/// The score of a day. It falls by 0.1 a day into the past.
fn secure_score(seeder: &Seeder, day: i64) -> Value {
    let at = earlier(seeder.plan().base, day * 86_400);
    let date = at.strftime("%Y-%m-%d").to_string();
    let score = 61.5 - f64::from(i32::try_from(day).unwrap_or(0)) * 0.1;
    let control = |name: &str, category: &str, score: f64| {
        json!({"controlCategory": category, "controlName": name, "description": "Made up for the sandbox.",
               "score": score, "implementationStatus": "Partly in place", "scoreInPercentage": score * 10.0})
    };
    json!({
        "id": format!("{}_{date}", seeder.plan().tenant_id), "azureTenantId": seeder.plan().tenant_id,
        "activeUserCount": 150, "licensedUserCount": 180, "createdDateTime": format!("{date}T00:00:00Z"),
        "currentScore": score, "maxScore": 120.0, "enabledServices": ["HasExchange", "HasSharePoint"],
        "averageComparativeScores": [{"basis": "AllTenants", "averageScore": 44.2}],
        "controlScores": [control("SandboxMfa", "Identity", 6.0), control("SandboxFirewall", "Device", 3.5)],
        "vendorInformation": {"provider": "SecureScore", "providerVersion": null, "subProvider": null,
                              "vendor": "Microsoft"},
    })
}

/// Control profiles. Two of them occur in every score.
fn controls(seeder: &Seeder) -> Vec<Value> {
    let mut rows = generic::rows(seeder, "xdr", "SecureScoreControlProfile", 12);
    // Scores refer to controls by the ids of profiles.
    for (row, name) in rows.iter_mut().zip(["SandboxMfa", "SandboxFirewall"]) {
        row["id"] = name.into();
        row["azureTenantId"] = seeder.plan().tenant_id.clone().into();
    }
    for row in &mut rows {
        row["controlStateUpdates"] = json!([]);
    }
    rows
}
