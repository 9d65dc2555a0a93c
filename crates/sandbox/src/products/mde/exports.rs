//! Exports of vulnerability management: files behind signed addresses, and changes since a
//! time.
//!
//! A snapshot is made every 6 hours of virtual time. A file is gzip with JSON lines; it may
//! consist of several gzip members. Names are capitalized and members without a value are
//! left out. The paged JSON variants are answered by `generic`.
//!
//! Source: `get-assessment-*.md`, `export-*.md`,
//! `device-health-export-antivirus-health-report-api.md`.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::lookup::rows_where;
use crate::call::{Call, Outcome};
use crate::clock::{earlier, iso};
use crate::generic::entity_answer;
use crate::generic::list::of_rows;
use crate::odata;
use crate::random;
use crate::refusal::Refusal;
use crate::service::Service;
use crate::storage;
use crate::store::Store;
use crate::values::upper_first;
use crate::wire;

/// Time between two snapshots.
const SNAPSHOT_SECONDS: i64 = 6 * 3600;
/// Rows per file. Small, so that an export has several files.
const FILE_ROWS: usize = 250;
/// How far back changes can be requested: 14 days.
const CHANGES_SECONDS: i64 = 14 * 86_400;

/// Operation, folder in the storage, entity.
const KINDS: [(&str, &str, &str); 9] = [
    (
        "export_software_inventory",
        "SoftwareInventory",
        "AssetSoftware",
    ),
    (
        "export_software_inventory_no_product_code",
        "NonCpeSoftwareInventory",
        "AssetNonCpeSoftware",
    ),
    (
        "export_software_vulnerabilities",
        "VaExport",
        "AssetVulnerability",
    ),
    (
        "export_secure_configuration",
        "ScaExport",
        "AssetConfiguration",
    ),
    (
        "export_browser_extensions",
        "BrowserExtensions",
        "AssetBrowserExtension",
    ),
    (
        "export_certificates",
        "CertificateAssessmentExport",
        "AssetCertificateAssessment",
    ),
    (
        "export_hardware_firmware",
        "FirmwareHardwareExport",
        "AssetHardwareFirmware",
    ),
    (
        "export_information_gathering",
        "InfoGatheringExport",
        "DeviceAvInfo",
    ),
    (
        "export_security_baselines",
        "BaselineAssessmentExport",
        "AssetBaselineAssessment",
    ),
];

/// Answers an export. `None` for the paged JSON variants.
pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    if verb == "list_software_vulnerability_changes" {
        return Some(changes(call));
    }
    let (_, folder, entity) = KINDS.iter().find(|(name, ..)| *name == verb)?;
    Some(files(call, folder, entity))
}

/// Changes since a time. The service returns whole runs, so changes before the time may be
/// among them.
///
/// # Errors
///
/// 400 for a `sinceTime` that is missing, not a time, or more than 14 days ago.
fn changes(call: &mut Call<'_>) -> Outcome {
    let text = call.option("sinceTime");
    let since = text
        .and_then(odata::date)
        .ok_or_else(|| Refusal::invalid_input("sinceTime is not valid"))?;
    if call.now.as_second() - since.as_second() > CHANGES_SECONDS {
        return Err(Refusal::invalid_input(
            "sinceTime must be within the last 14 days",
        ));
    }
    let run = earlier(since, since.as_second().rem_euclid(SNAPSHOT_SECONDS));
    let rows = rows_where(call, "DeltaAssetVulnerability", |row| {
        row["eventTimestamp"]
            .as_str()
            .and_then(odata::date)
            .is_some_and(|at| at >= run)
    });
    of_rows(call, &rows)
}

/// The addresses of the files of an export. `sasValidHours` may be 1 (default) to 6, for
/// certificates to 24.
fn files(call: &mut Call<'_>, folder: &str, entity: &str) -> Outcome {
    let most = if folder == "CertificateAssessmentExport" {
        24
    } else {
        6
    };
    let hours = match call.option("sasValidHours") {
        None => 1,
        Some(text) => text
            .parse::<u64>()
            .ok()
            .filter(|hours| (1..=most).contains(hours))
            .ok_or_else(|| {
                Refusal::invalid_input(format!("sasValidHours must be between 1 and {most}"))
            })?,
    };
    let made = earlier(call.now, call.now.as_second().rem_euclid(SNAPSHOT_SECONDS));
    let made = Timestamp::from_second(made.as_second()).unwrap_or(made);
    let count = call.table(entity).len().div_ceil(FILE_ROWS);
    let base = call.url(Service::Storage).to_owned();
    let links: Vec<String> = (0..count)
        .map(|number| {
            let mut rng = random::rng(call.store.plan().seed, &format!("{folder} {number}"));
            let day = made.strftime("%Y-%m-%d/%H%M");
            let name = format!("part-{number:05}-{}.c000.json.gz", random::guid(&mut rng));
            let path = format!(
                "/tvm-export/{day}/{folder}/json/OrgId={}/{name}",
                call.store.plan().tenant_id
            );
            storage::signed(&base, &path, call.now, Duration::from_secs(hours * 3600))
        })
        .collect();
    Ok(entity_answer(
        call,
        json!({"exportFiles": links, "generatedTime": iso(made)}),
    ))
}

/// The content of a file by its address.
pub(crate) fn file_of(store: &mut Store, path: &str) -> Option<Vec<u8>> {
    let mut parts = path.split('/').skip_while(|part| *part != "json");
    let number = parts.nth(2)?.split('-').nth(1)?.parse::<usize>().ok()?;
    let (_, folder, entity) = KINDS
        .iter()
        .find(|(_, folder, _)| path.contains(&format!("/{folder}/")))?;
    let table = store.table("mde", entity);
    if number * FILE_ROWS >= table.len() {
        return None;
    }
    // Two gzip members in one file: clients must read both.
    let mut members = [String::new(), String::new()];
    for (at, row) in (0..).zip(table.rows().skip(number * FILE_ROWS).take(FILE_ROWS)) {
        let lines = &mut members[usize::from(at >= FILE_ROWS / 2)];
        let row = if *folder == "InfoGatheringExport" {
            gathered(row)
        } else {
            line(row)
        };
        lines.push_str(&row.to_string());
        lines.push('\n');
    }
    let packed = members.map(|lines| wire::gzip(lines.as_bytes()));
    let [first, second] = packed;
    Some([first.ok()?, second.ok()?].concat())
}

/// A row as files write it.
fn line(row: &Value) -> Value {
    let members = row
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, value)| !value.is_null());
    Value::Object(
        members
            .map(|(name, value)| (pascal(name), value.clone()))
            .collect(),
    )
}

/// The name of a member as files write it: capitalized, and `OS` in capitals.
fn pascal(name: &str) -> String {
    match name.strip_prefix("os") {
        Some(rest) if rest.starts_with(|first: char| first.is_ascii_uppercase()) => {
            format!("OS{rest}")
        }
        _ => upper_first(name),
    }
}

/// A row of the information gathering export: the antivirus data is JSON inside a text.
fn gathered(row: &Value) -> Value {
    let facts: Map<String, Value> = row
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| name.starts_with("av"))
        .map(|(name, value)| (pascal(name), value.clone()))
        .collect();
    json!({
        "DeviceId": row["machineId"], "DeviceName": row["computerDnsName"], "OsPlatform": row["osPlatform"],
        "OsVersion": row["osVersion"], "RbacGroupId": row["rbacGroupId"], "LastSeenTime": row["lastSeenTime"],
        "Timestamp": row["dataRefreshTimestamp"], "DeviceGatheredInfo": Value::Object(facts).to_string(),
    })
}
