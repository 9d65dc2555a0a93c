//! The tables that hunting finds.

use serde_json::{Map, Value, json};

use super::query::{Column, Table};
use crate::clock::iso;
use crate::seed::{AlertFact, Device, Estate};
use crate::store::Store;

/// A hunting table by name; names are matched without regard to case.
pub(super) fn table(store: &Store, name: &str) -> Option<Table> {
    let estate = store.estate();
    let estate = estate.as_ref();
    let rows: Vec<Value> = match name.to_ascii_lowercase().as_str() {
        "deviceinfo" => estate.devices.iter().map(device).collect(),
        "alertinfo" => estate.alerts.iter().map(alert).collect(),
        "alertevidence" => estate
            .alerts
            .iter()
            .map(|alert| evidence(estate, alert))
            .collect(),
        "deviceprocessevents" => estate
            .alerts
            .iter()
            .map(|alert| process(estate, alert))
            .collect(),
        "devicenetworkevents" => estate
            .alerts
            .iter()
            .map(|alert| network(estate, alert))
            .collect(),
        "identityinfo" => estate
            .people
            .iter()
            .map(|person| {
                json!({"Timestamp": iso(store.plan.base), "AccountObjectId": person.object_id,
                       "AccountUpn": person.upn, "AccountName": person.account,
                       "AccountDisplayName": person.display_name, "AccountDomain": person.domain})
            })
            .collect(),
        _ => return None,
    };
    Some(Table {
        columns: rows.first().map(columns).unwrap_or_default(),
        rows,
    })
}

fn columns(row: &Value) -> Vec<Column> {
    let members: Option<&Map<String, Value>> = row.as_object();
    members
        .into_iter()
        .flatten()
        .map(|(name, value)| Column {
            name: name.clone(),
            kind: match value {
                _ if name.contains("Time") => "DateTime",
                // Booleans come as signed bytes, as in other answers of the same engine.
                Value::Bool(_) => "SByte",
                Value::Number(_) => "Int64",
                _ => "String",
            },
        })
        .collect()
}

fn device(device: &Device) -> Value {
    json!({
        "Timestamp": iso(device.last_seen), "DeviceId": device.id, "DeviceName": device.dns_name,
        "OSPlatform": device.platform, "OSVersion": device.version, "PublicIP": device.external_ip,
        "OnboardingStatus": device.onboarding, "MachineGroup": device.group_name,
        "IsAzureADJoined": device.is_windows(), "ExposureLevel": device.exposure,
    })
}

fn alert(alert: &AlertFact) -> Value {
    json!({
        "Timestamp": iso(alert.created), "AlertId": alert.id, "Title": alert.story.title,
        "Category": alert.story.category, "Severity": alert.severity,
        "ServiceSource": "Microsoft Defender for Endpoint", "DetectionSource": "EDR",
        "AttackTechniques": alert.story.techniques.join(", "),
    })
}

fn evidence(estate: &Estate, alert: &AlertFact) -> Value {
    let (device, person, file) = (
        estate.device_of(alert),
        estate.person_of(alert),
        estate.file_of(alert),
    );
    json!({
        "Timestamp": iso(alert.created), "AlertId": alert.id, "EntityType": "Process", "EvidenceRole": "Related",
        "SHA1": file.sha1, "SHA256": file.sha256, "FileName": file.name, "FolderPath": file.folder,
        "DeviceId": device.id, "DeviceName": device.dns_name, "AccountName": person.account,
        "AccountUpn": person.upn, "RemoteIP": alert.ip, "RemoteUrl": alert.url,
    })
}

fn process(estate: &Estate, alert: &AlertFact) -> Value {
    let (device, person, file) = (
        estate.device_of(alert),
        estate.person_of(alert),
        estate.file_of(alert),
    );
    json!({
        "Timestamp": iso(alert.first_event), "DeviceId": device.id, "DeviceName": device.dns_name,
        "ActionType": "ProcessCreated", "FileName": file.name, "FolderPath": file.folder, "SHA1": file.sha1,
        "SHA256": file.sha256, "ProcessId": alert.process_id,
        "ProcessCommandLine": format!("{} -silent", file.name), "AccountName": person.account,
        "AccountDomain": person.domain, "InitiatingProcessFileName": "explorer.exe",
        "InitiatingProcessId": alert.parent_process_id, "ReportId": alert.process_id,
    })
}

fn network(estate: &Estate, alert: &AlertFact) -> Value {
    let (device, file) = (estate.device_of(alert), estate.file_of(alert));
    json!({
        "Timestamp": iso(alert.last_event), "DeviceId": device.id, "DeviceName": device.dns_name,
        "ActionType": "ConnectionSuccess", "RemoteIP": alert.ip, "RemotePort": 443, "RemoteUrl": alert.url,
        "LocalIP": device.ip, "Protocol": "Tcp", "InitiatingProcessFileName": file.name,
        "InitiatingProcessSHA1": file.sha1, "ReportId": alert.process_id,
    })
}
