//! The hunting tables, made from the organization.
//!
//! Every alert leaves a process, a connection, a file, a sign-in, a mail and so on in its
//! tables, so that queries can follow it. Events that belong to no alert do not exist.
//! Columns are a selection of the documented ones; a missing one is an unknown name to the
//! query.

mod events;
mod people;

use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::kql::{Cell, Column, Kind, Table};
use crate::seed::{AlertFact, Device, Estate};
use crate::store::Store;

/// Names and types of columns.
type Columns = &'static [(&'static str, Kind)];

/// One row per device.
const DEVICE_INFO: Columns = &[
    ("Timestamp", Kind::Time),
    ("DeviceId", Kind::Text),
    ("DeviceName", Kind::Text),
    ("OSPlatform", Kind::Text),
    ("OSVersion", Kind::Text),
    ("OSBuild", Kind::Long),
    ("PublicIP", Kind::Text),
    ("OnboardingStatus", Kind::Text),
    ("MachineGroup", Kind::Text),
    ("IsAzureADJoined", Kind::Bool),
    ("ExposureLevel", Kind::Text),
    ("DeviceManualTags", Kind::Dynamic),
];

/// One row per alert.
const ALERT_INFO: Columns = &[
    ("Timestamp", Kind::Time),
    ("AlertId", Kind::Text),
    ("Title", Kind::Text),
    ("Category", Kind::Text),
    ("Severity", Kind::Text),
    ("ServiceSource", Kind::Text),
    ("DetectionSource", Kind::Text),
    ("AttackTechniques", Kind::Text),
];

/// One row per alert. At the service there is one per piece of evidence.
const ALERT_EVIDENCE: Columns = &[
    ("Timestamp", Kind::Time),
    ("AlertId", Kind::Text),
    ("EntityType", Kind::Text),
    ("EvidenceRole", Kind::Text),
    ("SHA1", Kind::Text),
    ("SHA256", Kind::Text),
    ("FileName", Kind::Text),
    ("FolderPath", Kind::Text),
    ("DeviceId", Kind::Text),
    ("DeviceName", Kind::Text),
    ("AccountName", Kind::Text),
    ("AccountUpn", Kind::Text),
    ("RemoteIP", Kind::Text),
    ("RemoteUrl", Kind::Text),
];

/// The process of each alert.
const DEVICE_PROCESS_EVENTS: Columns = &[
    ("Timestamp", Kind::Time),
    ("DeviceId", Kind::Text),
    ("DeviceName", Kind::Text),
    ("ActionType", Kind::Text),
    ("FileName", Kind::Text),
    ("FolderPath", Kind::Text),
    ("SHA1", Kind::Text),
    ("SHA256", Kind::Text),
    ("FileSize", Kind::Long),
    ("ProcessId", Kind::Long),
    ("ProcessCommandLine", Kind::Text),
    ("AccountName", Kind::Text),
    ("AccountDomain", Kind::Text),
    ("InitiatingProcessFileName", Kind::Text),
    ("InitiatingProcessId", Kind::Long),
    ("ReportId", Kind::Long),
    ("AdditionalFields", Kind::Dynamic),
];

/// The connection of each alert.
const DEVICE_NETWORK_EVENTS: Columns = &[
    ("Timestamp", Kind::Time),
    ("DeviceId", Kind::Text),
    ("DeviceName", Kind::Text),
    ("ActionType", Kind::Text),
    ("RemoteIP", Kind::Text),
    ("RemotePort", Kind::Long),
    ("RemoteUrl", Kind::Text),
    ("LocalIP", Kind::Text),
    ("Protocol", Kind::Text),
    ("InitiatingProcessFileName", Kind::Text),
    ("InitiatingProcessSHA1", Kind::Text),
    ("ReportId", Kind::Long),
];

/// One row per person.
const IDENTITY_INFO: Columns = &[
    ("Timestamp", Kind::Time),
    ("AccountObjectId", Kind::Text),
    ("AccountUpn", Kind::Text),
    ("AccountName", Kind::Text),
    ("AccountDisplayName", Kind::Text),
    ("AccountDomain", Kind::Text),
];

/// The tables, in the order of their names.
pub(super) const NAMES: [&str; 13] = [
    "AlertEvidence",
    "AlertInfo",
    "DeviceEvents",
    "DeviceFileEvents",
    "DeviceInfo",
    "DeviceLogonEvents",
    "DeviceNetworkEvents",
    "DeviceProcessEvents",
    "DeviceRegistryEvents",
    "EmailEvents",
    "IdentityInfo",
    "IdentityLogonEvents",
    "UrlClickEvents",
];

/// A table by its name, in any letter case. `within` says which timestamps to include.
/// `None` for an unknown table.
pub(super) fn table(
    store: &Store,
    name: &str,
    within: &dyn Fn(Timestamp) -> bool,
) -> Option<Table> {
    let estate = store.estate();
    let (columns, mut rows) = match name.to_ascii_lowercase().as_str() {
        "deviceinfo" => (DEVICE_INFO, estate.devices.iter().map(device).collect()),
        "alertinfo" => (ALERT_INFO, of_alerts(estate, alert)),
        "alertevidence" => (ALERT_EVIDENCE, of_alerts(estate, evidence)),
        "deviceprocessevents" => (DEVICE_PROCESS_EVENTS, of_alerts(estate, process)),
        "devicenetworkevents" => (DEVICE_NETWORK_EVENTS, of_alerts(estate, network)),
        "identityinfo" => (IDENTITY_INFO, people(store, estate)),
        other => events::table(estate, other).or_else(|| people::table(estate, other))?,
    };
    rows.retain(|row| !matches!(row.first(), Some(Cell::Time(time)) if !within(*time)));
    let columns = columns.iter().map(|(name, kind)| Column {
        name: (*name).to_owned(),
        kind: *kind,
    });
    Some(Table {
        columns: columns.collect(),
        rows,
    })
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
