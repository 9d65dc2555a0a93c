//! The organization as Defender for Endpoint shows it: machines, alerts, users, files,
//! investigations, actions, indicators, and exports by device.
//!
//! Source: `machine.md`, `alerts.md`, `user.md`, `files.md`, `ti-indicator.md`,
//! `machineaction.md`; members that no page lists follow observed records.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::alerts::AlertFact;
use super::devices::Device;
use super::estate::Estate;
use super::files::FileFact;
use super::people::Person;
use super::seeder::Seeder;
use super::{evidence, generic, words};
use crate::clock::{earlier, iso};
use crate::random;
use crate::values::merged;

/// The records of an entity. `None` if this file has none.
pub(super) fn rows(seeder: &Seeder, entity: &str) -> Option<Vec<Value>> {
    let estate = seeder.estate();
    Some(match entity {
        "Machine" => estate.devices.iter().map(machine).collect(),
        "Alert" => estate
            .alerts
            .iter()
            .map(|alert| alert_row(seeder, estate, alert))
            .collect(),
        "User" => estate
            .people
            .iter()
            .enumerate()
            .map(|(place, person)| user(estate, place, person))
            .collect(),
        "File" => estate
            .files
            .iter()
            .map(|file| file_row(seeder, file))
            .collect(),
        "Domain" => domains(estate)
            .into_iter()
            .map(|host| json!({"host": host}))
            .collect(),
        "Ip" => addresses(estate)
            .into_iter()
            .map(|address| json!({"id": address}))
            .collect(),
        "Investigation" => investigations(estate),
        "MachineAction" => machine_actions(seeder, estate),
        "Indicator" => indicators(seeder, estate),
        "DeviceAvInfo" => estate.devices.iter().map(av_info).collect(),
        "LibraryFile" => library_files(seeder),
        "ScanAgent" => scan_agents(seeder, estate),
        "ScanHistoryBySession" => scan_sessions(seeder),
        "AssetConfiguration"
        | "AssetHardwareFirmware"
        | "AssetCertificateAssessment"
        | "AssetBaselineAssessment"
        | "AssetBrowserExtension" => device_rows(seeder, estate, entity),
        "DataExportSettings" => vec![data_export(seeder)],
        "Score" => vec![json!({"time": iso(seeder.plan().base), "score": 33.491_554_051_195_7})],
        _ => return None,
    })
}

/// A setting of the streaming API that sends two tables to a workspace.
fn data_export(seeder: &Seeder) -> Value {
    let tenant = &seeder.plan().tenant_id;
    let subscription = random::guid(&mut random::rng(
        seeder.plan().seed,
        "mde/DataExportSettings",
    ));
    let resource = format!(
        "/subscriptions/{subscription}/resourceGroups/soc/providers/Microsoft.OperationalInsights/workspaces/soc"
    );
    json!({
        "id": "sandbox-workspace", "designatedTenantId": tenant, "eventHubProperties": null,
        "storageAccountProperties": null,
        "workspaceProperties": {
            "workspaceResourceId": resource, "subscriptionId": subscription, "resourceGroup": "soc", "name": "soc",
        },
        "logs": [
            {"category": "AdvancedHunting-DeviceInfo", "enabled": true},
            {"category": "AdvancedHunting-DeviceProcessEvents", "enabled": true},
        ],
    })
}

/// A machine.
pub(crate) fn machine(device: &Device) -> Value {
    json!({
        "id": device.id, "mergedIntoMachineId": null, "isPotentialDuplication": false, "isExcluded": false,
        "exclusionReason": null, "computerDnsName": device.dns_name, "firstSeen": iso(device.first_seen),
        "lastSeen": iso(device.last_seen), "osPlatform": device.platform, "osVersion": null,
        "osProcessor": "x64", "version": device.version, "lastIpAddress": device.ip,
        "lastExternalIpAddress": device.external_ip, "agentVersion": device.agent_version, "osBuild": device.build,
        "healthStatus": device.health, "deviceValue": device.value, "rbacGroupId": device.group_id,
        "rbacGroupName": device.group_name, "riskScore": device.risk, "exposureLevel": device.exposure,
        "isAadJoined": device.is_windows(), "aadDeviceId": device.aad_id, "machineTags": device.tags,
        "defenderAvStatus": "NotSupported", "onboardingStatus": device.onboarding, "osArchitecture": "64-bit",
        "managedBy": device.managed_by, "managedByStatus": "Success",
        "ipAddresses": [
            {"ipAddress": device.ip, "macAddress": device.mac, "type": "Ethernet", "operationalStatus": "Up"},
            {"ipAddress": "127.0.0.1", "macAddress": null, "type": "SoftwareLoopback", "operationalStatus": "Up"},
        ],
        "vmMetadata": null,
    })
}

/// An alert.
fn alert_row(seeder: &Seeder, estate: &Estate, alert: &AlertFact) -> Value {
    let (device, person) = (estate.device_of(alert), estate.person_of(alert));
    json!({
        "id": alert.id, "incidentId": alert.incident, "investigationId": alert.investigation,
        "assignedTo": alert.assigned_to, "severity": alert.severity, "status": alert.status,
        "classification": alert.classification, "determination": alert.determination,
        "investigationState": investigation_state(alert), "detectionSource": alert.kind.source,
        "detectorId": alert.detector_id, "category": alert.kind.category,
        "threatFamilyName": alert.kind.family, "title": alert.kind.title,
        "description": format!("Made up for the sandbox.\n\n{} on {}.", alert.kind.title, device.host_name()),
        "alertCreationTime": iso(alert.created), "firstEventTime": iso(alert.first_event),
        "lastEventTime": iso(alert.last_event), "lastUpdateTime": iso(alert.updated),
        "resolvedTime": alert.resolved.map(iso), "machineId": device.id, "computerDnsName": device.dns_name,
        "rbacGroupName": device.group_name, "aadTenantId": seeder.plan().tenant_id, "threatName": null,
        "mitreTechniques": alert.kind.techniques,
        "relatedUser": {"userName": person.account, "domainName": person.domain},
        "comments": [], "evidence": evidence_of(estate, alert),
    })
}

/// State of the investigation of an alert.
fn investigation_state(alert: &AlertFact) -> &'static str {
    match (alert.investigation, alert.resolved) {
        (None, _) => "UnsupportedAlertType",
        (Some(_), Some(_)) => "SuccessfullyRemediated",
        (Some(_), None) => "Running",
    }
}

/// A piece of evidence with all members. The service sends members of other kinds as null.
static EVIDENCE: LazyLock<Value> = LazyLock::new(|| {
    json!({
        "entityType": null, "evidenceCreationTime": null, "sha1": null, "sha256": null,
        "fileName": null, "filePath": null, "processId": null, "processCommandLine": null,
        "processCreationTime": null, "parentProcessId": null, "parentProcessCreationTime": null,
        "parentProcessFileName": null, "parentProcessFilePath": null, "ipAddress": null, "url": null,
        "registryKey": null, "registryHive": null, "registryValueType": null, "registryValue": null,
        "accountName": null, "domainName": null, "userSid": null, "aadUserId": null, "userPrincipalName": null,
        "detectionStatus": null,
    })
});

/// Evidence of an alert: account, process, file, address, link.
fn evidence_of(estate: &Estate, alert: &AlertFact) -> Vec<Value> {
    let (person, file) = (estate.person_of(alert), estate.file_of(alert));
    let piece = |kind: &str, members: Value| {
        let common = json!({"entityType": kind, "evidenceCreationTime": iso(alert.created)});
        merged(merged(EVIDENCE.clone(), common), members)
    };
    vec![
        piece("User", evidence::account(person)),
        piece(
            "Process",
            merged(
                merged(evidence::process(alert, file), evidence::account(person)),
                json!({"parentProcessFileName": "explorer.exe", "parentProcessFilePath": "C:\\Windows",
                       "detectionStatus": "Detected"}),
            ),
        ),
        piece(
            "File",
            merged(evidence::file(file), json!({"detectionStatus": "Detected"})),
        ),
        piece("Ip", json!({"ipAddress": alert.ip})),
        piece("Url", json!({"url": alert.url})),
    ]
}

/// A user, with facts about the devices he or she signs in on. At most 50 devices count.
pub(crate) fn user(estate: &Estate, place: usize, person: &Person) -> Value {
    let used: Vec<&Device> = (0..estate.devices.len())
        .filter(|device| {
            estate
                .users_of(*device)
                .any(|one| one.account == person.account)
        })
        .take(50)
        .map(|device| &estate.devices[device])
        .collect();
    json!({
        "id": format!("{}\\{}", person.domain.to_lowercase(), person.account), "accountName": person.account,
        "accountDomain": person.domain, "accountSid": person.sid,
        "firstSeen": used.iter().map(|device| device.first_seen).min().map(iso),
        "lastSeen": used.iter().map(|device| device.last_seen).max().map(iso),
        "mostPrevalentMachineId": used.first().map(|device| &device.id),
        "leastPrevalentMachineId": used.last().map(|device| &device.id),
        "logonTypes": if place.is_multiple_of(3) { "Interactive" } else { "Network" }, "logOnMachinesCount": used.len(),
        "isDomainAdmin": person.is_admin, "isOnlyNetworkUser": !place.is_multiple_of(3),
    })
}

/// A file. Its prevalence in the world is made up.
fn file_row(seeder: &Seeder, file: &FileFact) -> Value {
    let seen = earlier(seeder.plan().base, 200 * 86_400);
    json!({
        "sha1": file.sha1, "sha256": file.sha256, "md5": file.md5, "globalPrevalence": file.size / 100,
        "globalFirstObserved": iso(seen), "globalLastObserved": iso(seeder.plan().base), "size": file.size,
        "fileType": null, "isPeFile": file.name.ends_with(".exe"),
        "filePublisher": file.is_signed.then_some("Contoso"), "fileProductName": null,
        "signer": file.is_signed.then_some("Contoso"), "issuer": file.is_signed.then_some("Contoso CA"),
        "signerHash": null, "isValidCertificate": file.is_signed, "determinationType": "Unknown",
        "determinationValue": null,
    })
}

/// Hosts of the links in evidence.
fn domains(estate: &Estate) -> BTreeSet<String> {
    estate
        .alerts
        .iter()
        .filter_map(|alert| alert.url.split('/').nth(2))
        .map(str::to_owned)
        .collect()
}

/// Addresses in evidence.
fn addresses(estate: &Estate) -> BTreeSet<String> {
    estate.alerts.iter().map(|alert| alert.ip.clone()).collect()
}

/// Investigations of alerts.
fn investigations(estate: &Estate) -> Vec<Value> {
    estate
        .alerts
        .iter()
        .filter_map(|alert| {
            let device = estate.device_of(alert);
            Some(json!({
                "id": alert.investigation?.to_string(), "startTime": iso(alert.created),
                "endTime": alert.resolved.map(iso), "cancelledBy": null, "state": investigation_state(alert),
                "statusDetails": null, "machineId": device.id, "computerDnsName": device.dns_name,
                "triggeringAlertId": alert.id,
            }))
        })
        .collect()
}

/// Past actions. Every 11th one failed.
fn machine_actions(seeder: &Seeder, estate: &Estate) -> Vec<Value> {
    let mut rng = random::rng(seeder.plan().seed, "machine actions");
    let kinds = [
        "RunAntiVirusScan",
        "Isolate",
        "Unisolate",
        "CollectInvestigationPackage",
        "RestrictCodeExecution",
    ];
    let count = (estate.devices.len() / 10).min(60);
    (0..count)
        .map(|number| {
            let device = &estate.devices[rng.usize(..estate.devices.len())];
            let kind = kinds[number % kinds.len()];
            let created = earlier(seeder.plan().base, 86_400 + i64::try_from(number).unwrap_or(0) * 7_200);
            let failed = number % 11 == 10;
            json!({
                "id": random::guid(&mut rng), "type": kind, "title": null,
                "scope": match kind { "RunAntiVirusScan" => Some("Quick"), "Isolate" => Some("Full"), _ => None },
                "requestor": words::upn(&mut rng), "requestorComment": "Made up for the sandbox",
                "requestSource": "Portal", "externalId": null,
                "status": if failed { "Failed" } else { "Succeeded" }, "machineId": device.id,
                "computerDnsName": device.dns_name, "creationDateTimeUtc": iso(created),
                "lastUpdateDateTimeUtc": iso(earlier(created, -90)), "cancellationRequestor": null,
                "cancellationComment": null, "cancellationDateTimeUtc": null,
                "errorHResult": if failed { -2_147_467_259 } else { 0 }, "relatedFileInfo": null, "commands": [],
                "troubleshootInfo": null,
            })
        })
        .collect()
}

/// Indicators of files, addresses and domains.
fn indicators(seeder: &Seeder, estate: &Estate) -> Vec<Value> {
    let mut rng = random::rng(seeder.plan().seed, "indicators");
    (0..40_usize)
        .map(|number| {
            let file = &estate.files[number % estate.files.len()];
            let (kind, value) = match number % 4 {
                0 => ("FileSha1", file.sha1.clone()),
                1 => ("FileSha256", file.sha256.clone()),
                2 => ("IpAddress", format!("192.0.2.{}", number + 1)),
                _ => ("DomainName", format!("blocked-{number}.example.net")),
            };
            let created = iso(earlier(seeder.plan().base, 86_400 * (i64::try_from(number).unwrap_or(0) + 1)));
            let author = words::upn(&mut rng);
            indicator(json!({
                "id": (901 + number).to_string(), "indicatorValue": value, "indicatorType": kind,
                "action": if number % 5 == 4 { "Allowed" } else { "Block" }, "createdBy": author,
                "createdByDisplayName": author, "lastUpdatedBy": author, "creationTimeDateTimeUtc": created,
                "lastUpdateTime": created, "severity": "Medium",
                "expirationTime": (number % 3 == 0).then(|| iso(earlier(seeder.plan().base, -86_400 * 60))),
                "title": format!("Sandbox indicator {number}"), "description": "Made up for the sandbox",
            }))
        })
        .collect()
}

/// An indicator with every member of observed records.
pub(crate) fn indicator(members: Value) -> Value {
    let empty = json!({
        "id": "", "indicatorValue": "", "indicatorType": "", "action": "", "application": null, "externalId": null,
        "sourceType": "AadApp", "source": null, "createdBySource": "PublicApi", "createdBy": null,
        "createdByDisplayName": null, "lastUpdatedBy": null, "creationTimeDateTimeUtc": null,
        "expirationTime": null, "lastUpdateTime": null, "severity": "Informational", "title": "",
        "description": "", "recommendedActions": "", "rbacGroupNames": [], "rbacGroupIds": [],
        "generateAlert": false, "educateUrl": null, "category": 1, "bypassDurationHours": null,
        "notificationId": null, "notificationBody": null, "version": null, "mitreTechniques": [],
        "historicalDetection": false, "lookBackPeriod": null, "additionalInfo": null, "certificateInfo": null,
    });
    merged(empty, members)
}

/// Antivirus state of a device.
fn av_info(device: &Device) -> Value {
    let seen = iso(device.last_seen);
    let kind = match device.platform {
        platform if platform.starts_with("Windows") => "windows",
        "macOS" | "iOS" => "mac",
        _ => "linux",
    };
    json!({
        "id": device.aad_id, "machineId": device.id, "computerDnsName": device.dns_name, "osKind": kind,
        "osPlatform": device.platform, "osVersion": device.version, "avMode": "0",
        "avSignatureVersion": "1.429.381.0", "avEngineVersion": "1.1.25050.6",
        "avPlatformVersion": "4.18.25050.5", "lastSeenTime": seen, "quickScanResult": "Completed",
        "quickScanError": "", "quickScanTime": seen, "fullScanResult": "", "fullScanError": "",
        "fullScanTime": null, "dataRefreshTimestamp": seen, "avEngineUpdateTime": seen,
        "avSignatureUpdateTime": seen, "avPlatformUpdateTime": seen, "avIsSignatureUpToDate": "True",
        "avIsEngineUpToDate": "True", "avIsPlatformUpToDate": "Unknown", "avSignaturePublishTime": seen,
        "rbacGroupName": device.group_name, "rbacGroupId": device.group_id,
    })
}

/// Files of the live response library.
fn library_files(seeder: &Seeder) -> Vec<Value> {
    let mut rng = random::rng(seeder.plan().seed, "library files");
    ["collect-logs.ps1", "list-sessions.ps1", "triage.sh"]
        .into_iter()
        .map(|name| {
            json!({
                "fileName": name, "sha256": random::hex(&mut rng, 64), "description": "Made up for the sandbox",
                "creationTime": iso(earlier(seeder.plan().base, 40 * 86_400)),
                "lastUpdatedTime": iso(earlier(seeder.plan().base, 20 * 86_400)),
                "createdBy": words::upn(&mut rng), "hasParameters": false,
            })
        })
        .collect()
}

/// Scanners of authenticated scans, on the first three Windows devices.
fn scan_agents(seeder: &Seeder, estate: &Estate) -> Vec<Value> {
    estate
        .devices
        .iter()
        .filter(|device| device.is_windows())
        .take(3)
        .map(|device| {
            json!({
                "id": format!("{}_{}", seeder.plan().tenant_id, device.id), "machineId": device.id,
                "lastSeen": iso(device.last_seen), "computerDnsName": device.dns_name,
                "assignedApplicationId": device.aad_id, "scannerSoftwareVersion": "7.1.1",
                "lastCommandExecutionTimestamp": iso(device.last_seen), "mdeClientVersion": device.agent_version,
            })
        })
        .collect()
}

/// One session for each scan definition. No operation lists ids of sessions: here the id is
/// that of the definition without hyphens.
fn scan_sessions(seeder: &Seeder) -> Vec<Value> {
    let definitions = generic::rows(seeder, "mde", "ScanDefinition", generic::ROWS);
    let mut sessions = generic::rows(seeder, "mde", "ScanHistoryBySession", definitions.len());
    for (session, definition) in sessions.iter_mut().zip(definitions) {
        let id = definition["id"].as_str().unwrap_or_default();
        session["sessionId"] = id.replace('-', "").into();
        session["scanDefinitionId"] = definition["id"].clone();
        session["lastScanned"] = definition["latestScan"]["executionDateTime"].clone();
        session["scanStatus"] = definition["latestScan"]["status"].clone();
    }
    sessions
}

/// One record for each device, with the names and groups of the device.
fn device_rows(seeder: &Seeder, estate: &Estate, entity: &str) -> Vec<Value> {
    let mut rows = generic::rows(seeder, "mde", entity, estate.devices.len());
    for (row, device) in rows.iter_mut().zip(&estate.devices) {
        let facts = [
            ("id", json!(format!("{}_sandbox_scid-1", device.id))),
            ("deviceId", json!(device.id)),
            ("deviceName", json!(device.dns_name)),
            ("osPlatform", json!(device.platform)),
            ("osVersion", json!(device.version)),
            ("rbacGroupId", json!(device.group_id)),
            (
                "rbacGroupName",
                json!(device.group_name.unwrap_or("Unassigned")),
            ),
        ];
        for (name, value) in facts {
            if let Some(member) = row.get_mut(name) {
                *member = value;
            }
        }
    }
    match entity {
        "AssetBaselineAssessment" => name_baselines(seeder, &mut rows),
        "AssetBrowserExtension" => name_permissions(seeder, &mut rows),
        _ => {}
    }
    rows
}

/// Values of a member of another entity, repeated without end.
fn known(seeder: &Seeder, entity: &str, member: &'static str) -> impl Iterator<Item = Value> {
    let rows = generic::rows(seeder, "mde", entity, generic::ROWS);
    let values: Vec<Value> = rows.iter().map(|row| row[member].clone()).collect();
    values.into_iter().cycle()
}

/// Makes the records refer to listed profiles and settings.
fn name_baselines(seeder: &Seeder, rows: &mut [Value]) {
    let profiles = known(seeder, "BaselineProfile", "id");
    let settings = known(seeder, "BaselineConfiguration", "id");
    for (row, (profile, setting)) in rows.iter_mut().zip(profiles.zip(settings)) {
        let parts = [&row["deviceId"], &profile, &setting].map(crate::values::key_text);
        row["id"] = parts.join("_").into();
        row["profileId"] = profile;
        row["configurationId"] = setting;
    }
}

/// Makes the records refer to listed permissions.
fn name_permissions(seeder: &Seeder, rows: &mut [Value]) {
    let mut keys = known(seeder, "BrowserExtensionPermissionInfo", "key");
    for row in rows {
        for permission in row["permissions"].as_array_mut().into_iter().flatten() {
            permission["id"] = keys.next().into();
        }
    }
}
