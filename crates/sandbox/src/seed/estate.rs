//! The facts of the organisation.

use std::collections::BTreeMap;

use fastrand::Rng;
use jiff::Timestamp;

use super::alerts::{self, AlertFact};
use super::devices::{self, Device};
use super::vulnerabilities::{self, Installation, Product, Weakness};
use super::words;
use crate::random::{self, guid, hex};
use crate::store::Plan;

/// A person with an account.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) account: String,
    pub(crate) domain: &'static str,
    pub(crate) sid: String,
    pub(crate) upn: String,
    pub(crate) display_name: String,
    pub(crate) object_id: String,
    pub(crate) is_admin: bool,
}

/// A file that was seen.
#[derive(Clone, Debug)]
pub(crate) struct FileFact {
    pub(crate) sha1: String,
    pub(crate) sha256: String,
    pub(crate) md5: String,
    pub(crate) name: String,
    pub(crate) folder: &'static str,
    pub(crate) size: u32,
    pub(crate) is_signed: bool,
}

/// An incident: alerts that belong together.
#[derive(Clone, Debug)]
pub(crate) struct IncidentFact {
    pub(crate) number: i64,
    /// Places in the estate's alerts, newest first.
    pub(crate) alerts: Vec<usize>,
    pub(crate) created: Timestamp,
    pub(crate) updated: Timestamp,
    pub(crate) severity: &'static str,
    pub(crate) resolved: bool,
}

/// Everything that is known about the organisation.
#[derive(Debug)]
pub(crate) struct Estate {
    pub(crate) devices: Vec<Device>,
    pub(crate) people: Vec<Person>,
    pub(crate) files: Vec<FileFact>,
    pub(crate) alerts: Vec<AlertFact>,
    pub(crate) incidents: Vec<IncidentFact>,
    pub(crate) products: Vec<Product>,
    pub(crate) weaknesses: Vec<Weakness>,
    pub(crate) installations: Vec<Installation>,
}

impl Estate {
    pub(crate) fn new(plan: &Plan) -> Estate {
        let seed = plan.seed;
        let devices = devices::devices(plan, &mut random::rng(seed, "devices"));
        let people = people(plan.devices / 3 + 20, &mut random::rng(seed, "people"));
        let files = files(120, &mut random::rng(seed, "files"));
        let alerts = alerts::alerts(
            plan,
            &devices,
            &people,
            &files,
            &mut random::rng(seed, "alerts"),
        );
        let incidents = incidents(&alerts);
        let products = vulnerabilities::products();
        let weaknesses =
            vulnerabilities::weaknesses(plan, &products, &mut random::rng(seed, "weaknesses"));
        let installations = vulnerabilities::installations(
            &devices,
            &products,
            &mut random::rng(seed, "installations"),
        );
        Estate {
            devices,
            people,
            files,
            alerts,
            incidents,
            products,
            weaknesses,
            installations,
        }
    }

    pub(crate) fn device_of(&self, alert: &AlertFact) -> &Device {
        &self.devices[alert.device]
    }

    pub(crate) fn person_of(&self, alert: &AlertFact) -> &Person {
        &self.people[alert.person]
    }

    pub(crate) fn file_of(&self, alert: &AlertFact) -> &FileFact {
        &self.files[alert.file]
    }

    /// People who sign in on a device, by the device's place: two or three, always the same ones.
    pub(crate) fn users_of(&self, device: usize) -> impl Iterator<Item = &Person> {
        let count = self.people.len().max(1);
        (0..2 + device % 2)
            .filter_map(move |step| self.people.get((device * 7 + step * 31) % count))
    }
}

fn people(count: usize, rng: &mut Rng) -> Vec<Person> {
    (0..count)
        .map(|number| {
            let given = words::GIVEN[number % words::GIVEN.len()];
            let family = words::FAMILY[number / words::GIVEN.len() % words::FAMILY.len()];
            let round = number / (words::GIVEN.len() * words::FAMILY.len());
            let account = if round == 0 {
                format!("{given}.{family}")
            } else {
                format!("{given}.{family}{round}")
            };
            Person {
                upn: format!("{account}@contoso.com"),
                display_name: format!("{} {}", capital(given), capital(family)),
                account,
                domain: "CONTOSO",
                sid: format!(
                    "S-1-5-21-{}-{}-{}-{}",
                    rng.u32(1..),
                    rng.u32(1..),
                    rng.u32(1..),
                    1100 + number
                ),
                object_id: guid(rng),
                is_admin: number % 29 == 0,
            }
        })
        .collect()
}

fn files(count: usize, rng: &mut Rng) -> Vec<FileFact> {
    const FOLDERS: [&str; 4] = [
        "C:\\Windows\\System32",
        "C:\\Users\\Public\\Downloads",
        "C:\\ProgramData\\Updater",
        "/usr/local/bin",
    ];
    (0..count)
        .map(|number| FileFact {
            sha1: hex(rng, 40),
            sha256: hex(rng, 64),
            md5: hex(rng, 32),
            name: words::FILES[number % words::FILES.len()].to_owned(),
            folder: words::pick(rng, &FOLDERS),
            size: rng.u32(2_000..9_000_000),
            is_signed: rng.bool(),
        })
        .collect()
}

fn incidents(alerts: &[AlertFact]) -> Vec<IncidentFact> {
    let mut grouped: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
    for (place, alert) in alerts.iter().enumerate() {
        grouped.entry(alert.incident).or_default().push(place);
    }
    let mut incidents: Vec<IncidentFact> = grouped
        .into_iter()
        .filter_map(|(number, places)| {
            let members = || places.iter().map(|place| &alerts[*place]);
            let worst = ["High", "Medium", "Low", "Informational"];
            Some(IncidentFact {
                number,
                created: members().map(|alert| alert.created).min()?,
                updated: members().map(|alert| alert.updated).max()?,
                severity: worst
                    .into_iter()
                    .find(|word| members().any(|alert| alert.severity == *word))?,
                resolved: members().all(|alert| alert.status == "Resolved"),
                alerts: places.clone(),
            })
        })
        .collect();
    incidents.sort_by_key(|incident| std::cmp::Reverse(incident.created));
    incidents
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_ascii_uppercase().to_string() + letters.as_str()
    })
}
