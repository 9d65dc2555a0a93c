//! The hunting tables, made from the organization.
//!
//! Every alert leaves a process, a connection, a file, a sign-in, a mail and so on in its
//! tables, so that queries can follow it. Events that belong to no alert do not exist.
//! Rows fill a selection of the documented columns; [`schema`](super::schema) has them all.

mod events;
mod people;

use jiff::{SignedDuration, Timestamp};
use kql::Cell;
use serde_json::{Value, json};

use super::schema;
use crate::odata;
use crate::seed::{AlertFact, Device, Estate};
use crate::store::Store;

/// Names of the columns that rows fill.
type Columns = &'static [&'static str];

/// One row per device.
const DEVICE_INFO: Columns = &[
    "Timestamp",
    "DeviceId",
    "DeviceName",
    "OSPlatform",
    "OSVersion",
    "OSBuild",
    "PublicIP",
    "OnboardingStatus",
    "MachineGroup",
    "IsAzureADJoined",
    "ExposureLevel",
    "DeviceManualTags",
];

/// One row per alert.
const ALERT_INFO: Columns = &[
    "Timestamp",
    "AlertId",
    "Title",
    "Category",
    "Severity",
    "ServiceSource",
    "DetectionSource",
    "AttackTechniques",
];

/// One row per alert. At the service there is one per piece of evidence.
const ALERT_EVIDENCE: Columns = &[
    "Timestamp",
    "AlertId",
    "EntityType",
    "EvidenceRole",
    "SHA1",
    "SHA256",
    "FileName",
    "FolderPath",
    "DeviceId",
    "DeviceName",
    "AccountName",
    "AccountUpn",
    "RemoteIP",
    "RemoteUrl",
];

/// The process of each alert.
const DEVICE_PROCESS_EVENTS: Columns = &[
    "Timestamp",
    "DeviceId",
    "DeviceName",
    "ActionType",
    "FileName",
    "FolderPath",
    "SHA1",
    "SHA256",
    "FileSize",
    "ProcessId",
    "ProcessCommandLine",
    "AccountName",
    "AccountDomain",
    "InitiatingProcessFileName",
    "InitiatingProcessId",
    "ReportId",
    "AdditionalFields",
];

/// The connection of each alert.
const DEVICE_NETWORK_EVENTS: Columns = &[
    "Timestamp",
    "DeviceId",
    "DeviceName",
    "ActionType",
    "RemoteIP",
    "RemotePort",
    "RemoteUrl",
    "LocalIP",
    "Protocol",
    "InitiatingProcessFileName",
    "InitiatingProcessSHA1",
    "ReportId",
];

/// One row per person.
const IDENTITY_INFO: Columns = &[
    "Timestamp",
    "AccountObjectId",
    "AccountUpn",
    "AccountName",
    "AccountDisplayName",
    "AccountDomain",
];

/// The rows of a documented table by its name, in any letter case. `within` says which timestamps to include. None for
/// an unknown table.
pub(super) fn rows(
    store: &Store,
    name: &str,
    within: &dyn Fn(Timestamp) -> bool,
) -> Vec<Vec<Cell>> {
    let Some(described) = schema::table(name) else {
        return Vec::new();
    };
    let (columns, mut rows) = seeded(store, &described.name);
    rows.retain(|row| !matches!(row.first(), Some(Cell::Time(time)) if !within(*time)));
    let mut rows = described.filled(columns, rows);
    let posted = store.listed(&described.name).iter();
    let time = |row: &Value| row["Timestamp"].as_str().and_then(odata::date);
    let posted = posted.filter(|row| time(row).is_none_or(within));
    rows.extend(posted.map(|row| described.row(row)));
    rows
}

/// The rows of a table, and the columns that they fill. The first one is the time.
fn seeded(store: &Store, name: &str) -> (Columns, Vec<Vec<Cell>>) {
    let estate = store.estate();
    match name {
        "DeviceInfo" => (DEVICE_INFO, estate.devices.iter().map(device).collect()),
        "AlertInfo" => (ALERT_INFO, of_alerts(estate, alert)),
        "AlertEvidence" => (ALERT_EVIDENCE, of_alerts(estate, evidence)),
        "DeviceProcessEvents" => (DEVICE_PROCESS_EVENTS, of_alerts(estate, process)),
        "DeviceNetworkEvents" => (DEVICE_NETWORK_EVENTS, of_alerts(estate, network)),
        "IdentityInfo" => (IDENTITY_INFO, people(store, estate)),
        other => events::table(estate, other)
            .or_else(|| people::table(estate, other))
            .unwrap_or_default(),
    }
}

/// One row for each alert.
fn of_alerts(estate: &Estate, row: fn(&Estate, &AlertFact) -> Vec<Cell>) -> Vec<Vec<Cell>> {
    let alerts = estate.alerts.iter();
    alerts.map(|alert| row(estate, alert)).collect()
}

/// A time before the first event of an alert.
fn before(alert: &AlertFact, ago: SignedDuration) -> Cell {
    let time = alert.first_event.checked_sub(ago);
    Cell::Time(time.unwrap_or(alert.first_event))
}

/// A text cell. Text columns are never null: unknown text is empty, as at the service.
fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// A row of `DeviceInfo`. At the service a device has a row for each report.
fn device(device: &Device) -> Vec<Cell> {
    vec![
        Cell::Time(device.last_seen),
        text(&device.id),
        text(&device.dns_name),
        text(device.platform),
        text(device.version),
        device.build.map_or(Cell::Null, Cell::Long),
        text(&device.external_ip),
        text(device.onboarding),
        text(device.group_name.unwrap_or_default()),
        Cell::Bool(device.is_windows()),
        text(device.exposure),
        Cell::Dynamic(json!(device.tags)),
    ]
}

/// A row of `AlertInfo`.
fn alert(_: &Estate, alert: &AlertFact) -> Vec<Cell> {
    vec![
        Cell::Time(alert.created),
        text(&alert.id),
        text(alert.kind.title),
        text(alert.kind.category),
        text(alert.severity),
        text("Microsoft Defender for Endpoint"),
        text("EDR"),
        text(alert.kind.techniques.join(", ")),
    ]
}

/// A row of `AlertEvidence`: the process, with user, address and link beside it.
fn evidence(estate: &Estate, alert: &AlertFact) -> Vec<Cell> {
    let (device, person, file) = (
        estate.device_of(alert),
        estate.person_of(alert),
        estate.file_of(alert),
    );
    vec![
        Cell::Time(alert.created),
        text(&alert.id),
        text("Process"),
        text("Related"),
        text(&file.sha1),
        text(&file.sha256),
        text(file.name.clone()),
        text(file.folder),
        text(&device.id),
        text(&device.dns_name),
        text(person.account.clone()),
        text(person.upn.clone()),
        text(&alert.ip),
        text(&alert.url),
    ]
}

/// A row of `DeviceProcessEvents`. `ReportId` is the process id; creating an alert by
/// reference needs it.
fn process(estate: &Estate, alert: &AlertFact) -> Vec<Cell> {
    let (device, person, file) = (
        estate.device_of(alert),
        estate.person_of(alert),
        estate.file_of(alert),
    );
    vec![
        Cell::Time(alert.first_event),
        text(&device.id),
        text(&device.dns_name),
        text("ProcessCreated"),
        text(file.name.clone()),
        text(file.folder),
        text(&file.sha1),
        text(&file.sha256),
        Cell::Long(file.size.into()),
        Cell::Long(alert.process_id),
        text(format!("{} -silent", file.name)),
        text(person.account.clone()),
        text(person.domain),
        text("explorer.exe"),
        Cell::Long(alert.parent_process_id),
        Cell::Long(alert.process_id),
        Cell::Dynamic(json!({"IsInteractive": true, "Title": alert.kind.title})),
    ]
}

/// A row of `DeviceNetworkEvents`.
fn network(estate: &Estate, alert: &AlertFact) -> Vec<Cell> {
    let (device, file) = (estate.device_of(alert), estate.file_of(alert));
    vec![
        Cell::Time(alert.last_event),
        text(&device.id),
        text(&device.dns_name),
        text("ConnectionSuccess"),
        text(&alert.ip),
        Cell::Long(443),
        text(&alert.url),
        text(&device.ip),
        text("Tcp"),
        text(file.name.clone()),
        text(&file.sha1),
        Cell::Long(alert.process_id),
    ]
}

/// Rows of `IdentityInfo`.
fn people(store: &Store, estate: &Estate) -> Vec<Vec<Cell>> {
    let rows = estate.people.iter().map(|person| {
        vec![
            Cell::Time(store.plan().base),
            text(person.object_id.clone()),
            text(person.upn.clone()),
            text(person.account.clone()),
            text(person.display_name.clone()),
            text(person.domain),
        ]
    });
    rows.collect()
}
