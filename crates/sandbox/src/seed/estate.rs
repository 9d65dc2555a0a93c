//! The facts of the organization, and how they refer to each other.
//!
//! References are indexes into the lists of [`Estate`]. Changes that callers make are
//! stored in the records of the [`Store`](crate::store::Store), not here.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::alerts::{self, AlertFact};
use super::devices::{self, Device};
use super::files::{self, FileFact};
use super::people::{self, Person};
use super::plan::Plan;
use super::software::{self, Installation, Product, Weakness};
use crate::random;

/// An incident: alerts that belong together.
#[derive(Clone, Debug)]
pub(crate) struct IncidentFact {
    pub(crate) number: i64,
    /// Indexes of its alerts, newest first.
    pub(crate) alerts: Vec<usize>,
    /// Creation of its first alert.
    pub(crate) created: Timestamp,
    /// Latest change of its alerts.
    pub(crate) updated: Timestamp,
    /// The highest severity of its alerts.
    pub(crate) severity: &'static str,
    /// Whether all its alerts are resolved.
    pub(crate) resolved: bool,
}

/// All facts of the organization.
#[derive(Debug)]
pub(crate) struct Estate {
    pub(crate) devices: Vec<Device>,
    /// A third of the number of devices, and 20 more.
    pub(crate) people: Vec<Person>,
    /// 120 files.
    pub(crate) files: Vec<FileFact>,
    /// Newest first.
    pub(crate) alerts: Vec<AlertFact>,
    pub(crate) incidents: Vec<IncidentFact>,
    pub(crate) products: Vec<Product>,
    /// Five for each product.
    pub(crate) weaknesses: Vec<Weakness>,
    pub(crate) installations: Vec<Installation>,
}

impl Estate {
    /// Makes the facts. Each list has a random sequence of its own.
    pub(crate) fn new(plan: &Plan) -> Estate {
        let seed = plan.seed;
        let devices = devices::devices(plan, &mut random::rng(seed, "devices"));
        let people = people::people(plan.devices / 3 + 20, &mut random::rng(seed, "people"));
        let files = files::files(120, &mut random::rng(seed, "files"));
        let alerts = alerts::alerts(
            plan,
            &devices,
            &people,
            &files,
            &mut random::rng(seed, "alerts"),
        );
        let incidents = incidents(&alerts);
        let products = software::products();
        let weaknesses =
            software::weaknesses(plan, &products, &mut random::rng(seed, "weaknesses"));
        let installations =
            software::installations(&devices, &products, &mut random::rng(seed, "installations"));
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

    /// The device an alert was raised on.
    pub(crate) fn device_of(&self, alert: &AlertFact) -> &Device {
        &self.devices[alert.device]
    }

    /// The person of the alert, who is the account of its evidence.
    pub(crate) fn person_of(&self, alert: &AlertFact) -> &Person {
        &self.people[alert.person]
    }

    pub(crate) fn file_of(&self, alert: &AlertFact) -> &FileFact {
        &self.files[alert.file]
    }

    /// The people who sign in on a device, by its index: two or three, always the same
    /// ones.
    pub(crate) fn users_of(&self, device: usize) -> impl Iterator<Item = &Person> {
        let count = self.people.len().max(1);
        (0..2 + device % 2)
            .filter_map(move |step| self.people.get((device * 7 + step * 31) % count))
    }
}

/// Groups alerts into incidents, newest first.
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
