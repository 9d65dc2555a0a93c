//! The organization as vulnerability management shows it: software, vulnerabilities,
//! recommendations, missing updates, and the exports of them.
//!
//! Source: `software.md`, `vulnerability.md`, `recommendation.md`,
//! `get-assessment-methods-properties.md`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::devices::Device;
use super::estate::Estate;
use super::seeder::Seeder;
use super::software::{Installation, Product, Weakness};
use super::{generic, words};
use crate::clock::{earlier, export_text, iso};
use crate::values::merged;

impl Estate {
    /// Devices with a product, in any version.
    pub(crate) fn devices_with(&self, product: usize) -> impl Iterator<Item = &Device> {
        self.installations
            .iter()
            .filter(move |one| one.product == product)
            .map(|one| &self.devices[one.device])
    }

    /// Devices with the older version of a product.
    pub(crate) fn devices_exposed(&self, product: usize) -> impl Iterator<Item = &Device> {
        self.installations
            .iter()
            .filter(move |one| one.product == product && one.version == 0)
            .map(|one| &self.devices[one.device])
    }

    /// Index of a product by its id.
    pub(crate) fn products_on(&self, device: &str, weak: bool) -> Vec<usize> {
        self.installations
            .iter()
            .filter(|one| self.devices[one.device].id == device && (!weak || one.version == 0))
            .map(|one| one.product)
            .collect()
    }

    /// The place of a product by its id.
    pub(crate) fn product(&self, id: &str) -> Option<usize> {
        self.products.iter().position(|product| product.id() == id)
    }
}

/// The records of an entity. `None` if this file has none.
pub(super) fn rows(seeder: &Seeder, entity: &str) -> Option<Vec<Value>> {
    let estate = seeder.estate();
    Some(match entity {
        "Software" => (0..estate.products.len())
            .map(|place| software(estate, place))
            .collect(),
        "Vulnerability" => estate
            .weaknesses
            .iter()
            .map(|weakness| vulnerability(estate, weakness))
            .collect(),
        "Recommendation" => recommendations(estate),
        "MachineReference" => estate.devices.iter().map(machine_reference).collect(),
        "MissingKb" => estate
            .weaknesses
            .iter()
            .map(|weakness| missing_kb(estate, weakness))
            .collect(),
        "AssetSoftware" => estate
            .installations
            .iter()
            .map(|one| asset_software(seeder, estate, one))
            .collect(),
        "AssetVulnerability" => asset_vulnerabilities(seeder, estate, false),
        "DeltaAssetVulnerability" => asset_vulnerabilities(seeder, estate, true),
        "MachineVulnerability" => machine_vulnerabilities(estate),
        "AssetNonCpeSoftware" => non_cpe(seeder, estate),
        "RemediationTask" => remediation_tasks(seeder, estate),
        _ => return None,
    })
}

/// A product, by its index.
pub(crate) fn software(estate: &Estate, place: usize) -> Value {
    let product = &estate.products[place];
    let weak: Vec<&Weakness> = estate
        .weaknesses
        .iter()
        .filter(|one| one.product == place)
        .collect();
    json!({
        "id": product.id(), "name": product.name, "vendor": product.vendor, "weaknesses": weak.len(),
        "publicExploit": weak.iter().any(|one| one.has_exploit), "activeAlert": place.is_multiple_of(5),
        "exposedMachines": estate.devices_exposed(place).count(),
        "impactScore": f64::from(u16::try_from(weak.len()).unwrap_or(0)) * 0.31,
    })
}

/// A vulnerability.
fn vulnerability(estate: &Estate, weakness: &Weakness) -> Value {
    let product = &estate.products[weakness.product];
    json!({
        "id": weakness.cve, "name": weakness.cve,
        "description": format!("Made up for the sandbox: a weakness of {} {}.", product.vendor, product.name),
        "severity": weakness.severity, "cvssV3": weakness.score,
        "cvssVector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H/E:U/RL:O/RC:C",
        "exposedMachines": estate.devices_exposed(weakness.product).count(),
        "publishedOn": iso(weakness.published), "updatedOn": iso(weakness.published),
        "firstDetected": iso(weakness.published), "patchFirstAvailable": iso(weakness.published),
        "publicExploit": weakness.has_exploit, "exploitVerified": weakness.has_exploit, "exploitInKit": false,
        "exploitTypes": if weakness.has_exploit { json!(["PrivilegeEscalation"]) } else { json!([]) },
        "exploitUris": [], "cveSupportability": "Supported", "tags": [], "epss": 0.0014,
    })
}

/// Tasks to update the software that some devices have in its older version, for those devices.
///
/// Source: `get-remediation-all-activities.md`.
fn remediation_tasks(seeder: &Seeder, estate: &Estate) -> Vec<Value> {
    let weak: Vec<usize> = (0..estate.products.len())
        .filter(|place| estate.devices_exposed(*place).next().is_some())
        .collect();
    let mut tasks = generic::rows(seeder, "mde", "RemediationTask", generic::ROWS);
    for (number, (task, place)) in tasks.iter_mut().zip(weak.into_iter().cycle()).enumerate() {
        let product = &estate.products[place];
        let title = format!("Update {} {}", product.vendor, product.name);
        let person = &estate.people[number % estate.people.len()];
        let groups: BTreeSet<&str> = estate
            .devices_exposed(place)
            .filter_map(|device| device.group_name)
            .collect();
        let devices = estate.devices_exposed(place).count();
        let is_done = number % 3 == 2;
        let created = earlier(seeder.plan().base, days(number) + 30 * 86_400);
        let changed = earlier(seeder.plan().base, days(number));
        *task = merged(
            task.take(),
            json!({
                "title": title, "description": format!("{title} to mitigate weaknesses. Made up for the sandbox."),
                "relatedComponent": product.name, "category": "Software", "type": "Update",
                "productId": product.id(), "vendorId": product.vendor, "nameId": product.name,
                "recommendedVersion": product.versions[1], "recommendedVendor": product.vendor,
                "recommendedProgram": product.name, "scid": null,
                "productivityImpactRemediationType": null, "rbacGroupNames": groups,
                "targetDevices": devices, "fixedDevices": if is_done { devices } else { devices / 3 },
                "status": if is_done { "Completed" } else { "Active" },
                "completionMethod": is_done.then_some("Automatic"), "completerId": null, "completerEmail": null,
                "requesterId": person.object_id, "requesterEmail": person.upn,
                "createdOn": iso(created), "dueOn": iso(earlier(created, -60 * 86_400)),
                "statusLastModifiedOn": iso(if is_done { changed } else { created }),
            }),
        );
    }
    tasks
}

/// The seconds of so many days.
fn days(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(0) * 86_400
}

fn recommendations(estate: &Estate) -> Vec<Value> {
    (0..estate.products.len())
        .map(|place| recommendation(estate, place))
        .collect()
}

/// Id of the recommendation to update a product.
pub(crate) fn recommendation_id(product: &Product) -> String {
    format!("va-_-{}-_-{}", product.vendor, product.name)
}

/// The recommendation to update a product, by its index.
fn recommendation(estate: &Estate, place: usize) -> Value {
    let product = &estate.products[place];
    let exposed = estate.devices_exposed(place).count();
    json!({
        "id": recommendation_id(product), "productName": product.name,
        "recommendationName": format!("Update {} {}", product.vendor, product.name),
        "weaknesses": 5, "vendor": product.vendor, "recommendedVersion": product.versions[1],
        "recommendedProgram": "", "recommendedVendor": "", "recommendationCategory": "Application",
        "subCategory": "", "severityScore": 0.0, "publicExploit": place.is_multiple_of(3), "activeAlert": place.is_multiple_of(5),
        "associatedThreats": [], "remediationType": "Update", "status": "Active", "configScoreImpact": 0.0,
        "exposureImpact": 0.7, "totalMachineCount": estate.devices_with(place).count(),
        "exposedMachinesCount": exposed, "nonProductivityImpactedAssets": 0, "relatedComponent": product.name,
        "hasUnpatchableCve": false, "tags": [], "exposedCriticalDevices": 0,
    })
}

/// A device as lists of vulnerability management show it.
pub(crate) fn machine_reference(device: &Device) -> Value {
    json!({
        "id": device.id, "computerDnsName": device.dns_name, "osPlatform": device.platform,
        "rbacGroupName": device.group_name,
    })
}

/// The update that fixes a vulnerability.
fn missing_kb(estate: &Estate, weakness: &Weakness) -> Value {
    let product = &estate.products[weakness.product];
    json!({
        "id": weakness.kb, "name": format!("Security update for {}", product.name), "productsNames": [product.name],
        "url": format!("https://updates.example.net/{}", weakness.kb),
        "machineMissedOn": estate.devices_exposed(weakness.product).count(), "cveAddressed": 1,
    })
}

/// Members that all export rows of a device have.
fn asset(device: &Device) -> serde_json::Map<String, Value> {
    let members = json!({
        "deviceId": device.id, "rbacGroupId": device.group_id,
        "rbacGroupName": device.group_name.unwrap_or("Unassigned"),
        "deviceName": device.dns_name, "osPlatform": device.platform,
    });
    members.as_object().cloned().unwrap_or_default()
}

/// A row of the software inventory. The older Java is near its end of support.
fn asset_software(seeder: &Seeder, estate: &Estate, one: &Installation) -> Value {
    let product = &estate.products[one.product];
    let mut row = asset(&estate.devices[one.device]);
    let outdated = one.version == 0 && product.name == "jre";
    let more = json!({
        "softwareVendor": product.vendor, "softwareName": product.name,
        "softwareVersion": product.versions[one.version], "numberOfWeaknesses": if one.version == 0 { 5 } else { 0 },
        "diskPaths": [format!("C:\\Program Files\\{}\\{}", product.vendor, product.name)], "registryPaths": [],
        "softwareFirstSeenTimestamp": export_text(one.first_seen),
        "endOfSupportStatus": if outdated { "Upcoming EOS Version" } else { "None" },
        "endOfSupportDate": outdated.then(|| earlier(seeder.plan().base, -90 * 86_400).strftime("%Y-%m-%d").to_string()),
    });
    row.extend(more.as_object().cloned().unwrap_or_default());
    Value::Object(row)
}

/// Rows of the vulnerability export; with `delta` those of the changes. At most two for
/// each installation.
fn asset_vulnerabilities(seeder: &Seeder, estate: &Estate, delta: bool) -> Vec<Value> {
    let mut rows = Vec::new();
    for one in estate.installations.iter().filter(|one| one.version == 0) {
        let device = &estate.devices[one.device];
        for weakness in estate
            .weaknesses
            .iter()
            .filter(|weakness| weakness.product == one.product)
            .take(2)
        {
            let number = rows.len();
            let mut row = asset(device);
            let product = &estate.products[one.product];
            let version = product.versions[0];
            let more = json!({
                "id": format!("{}_{}_{}_{version}_{}", device.id, product.vendor, product.name, weakness.cve),
                "osVersion": device.version, "osArchitecture": "x64", "softwareVendor": product.vendor,
                "softwareName": product.name, "softwareVersion": version, "cveId": weakness.cve,
                "cvssScore": weakness.score, "vulnerabilitySeverityLevel": weakness.severity,
                "recommendedSecurityUpdate": format!("KB{}", weakness.kb), "recommendedSecurityUpdateId": weakness.kb,
                "recommendedSecurityUpdateUrl": format!("https://updates.example.net/{}", weakness.kb),
                "diskPaths": [], "registryPaths": [], "lastSeenTimestamp": export_text(device.last_seen),
                "firstSeenTimestamp": export_text(one.first_seen),
                "exploitabilityLevel": if weakness.has_exploit { "ExploitIsPublic" } else { "NoExploit" },
                "recommendationReference": recommendation_id(product),
            });
            row.extend(more.as_object().cloned().unwrap_or_default());
            if delta {
                let minutes = i64::try_from(number % 2000).unwrap_or(0) * 7;
                let at = earlier(seeder.plan().base, 3600 + minutes * 60);
                row.insert(
                    "status".to_owned(),
                    ["New", "Fixed", "Updated"][number % 3].into(),
                );
                row.insert(
                    "eventTimestamp".to_owned(),
                    format!("{}.{:03}", export_text(at), number % 1000).into(),
                );
                row.insert(
                    "isOnboarded".to_owned(),
                    (device.onboarding == "Onboarded").into(),
                );
            } else {
                row.insert("securityUpdateAvailable".to_owned(), true.into());
            }
            rows.push(Value::Object(row));
        }
    }
    rows
}

/// Vulnerabilities by machine and software.
fn machine_vulnerabilities(estate: &Estate) -> Vec<Value> {
    let mut rows = Vec::new();
    for one in estate.installations.iter().filter(|one| one.version == 0) {
        let device = &estate.devices[one.device];
        let product = &estate.products[one.product];
        for weakness in estate
            .weaknesses
            .iter()
            .filter(|weakness| weakness.product == one.product)
            .take(2)
        {
            let (cve, version) = (&weakness.cve, product.versions[0]);
            rows.push(json!({
                "id": format!("{}-_-{cve}-_-{}-_-{}-_-{version}-_-{}", device.id, product.vendor, product.name, weakness.kb),
                "cveId": cve, "machineId": device.id, "fixingKbId": weakness.kb, "productName": product.name,
                "productVendor": product.vendor, "productVersion": version, "severity": weakness.severity,
            }));
        }
    }
    rows
}

/// Software without a product code, one for each Windows device.
fn non_cpe(seeder: &Seeder, estate: &Estate) -> Vec<Value> {
    let mut rng = crate::random::rng(seeder.plan().seed, "non-cpe software");
    estate
        .devices
        .iter()
        .filter(|device| device.is_windows())
        .map(|device| {
            let mut row = asset(device);
            let name = format!(
                "{} helper",
                words::pick(&mut rng, &words::NOUNS).to_lowercase()
            );
            row.insert("softwareVendor".to_owned(), "contoso".into());
            row.insert("softwareName".to_owned(), name.into());
            row.insert("softwareVersion".to_owned(), "1.4.2".into());
            row.insert(
                "softwareLastSeenTimestamp".to_owned(),
                export_text(device.last_seen).into(),
            );
            Value::Object(row)
        })
        .collect()
}
