//! Alerts of Defender for Endpoint: what happened, on which device, to whom, with which
//! file.
//!
//! Four alerts make an incident. They share device, person and time. Alerts are at most 30
//! days old; two thirds of those older than three days are resolved.

use fastrand::Rng;
use jiff::Timestamp;

use super::devices::{Device, fraction};
use super::files::FileFact;
use super::people::Person;
use super::plan::Plan;
use super::words;
use crate::clock::{earlier, later};
use crate::random::guid;

/// An alert. Devices, people and files are named by their index in the organization.
#[derive(Clone, Debug)]
pub(crate) struct AlertFact {
    /// `da`, a number, `_` and a number, as the service forms ids.
    pub(crate) id: String,
    pub(crate) kind: &'static AlertKind,
    /// In the spelling of Defender for Endpoint, as all words here.
    pub(crate) severity: &'static str,
    /// `New`, `InProgress` or `Resolved`.
    pub(crate) status: &'static str,
    /// Only of resolved alerts.
    pub(crate) classification: Option<&'static str>,
    pub(crate) determination: Option<&'static str>,
    pub(crate) created: Timestamp,
    /// Time of the first event. Creation is up to 15 minutes later.
    pub(crate) first_event: Timestamp,
    /// Up to 5 minutes after the first event.
    pub(crate) last_event: Timestamp,
    /// Time of the resolution, else within a minute after the creation.
    pub(crate) updated: Timestamp,
    pub(crate) resolved: Option<Timestamp>,
    /// Number of the incident.
    pub(crate) incident: i64,
    /// Number of the investigation. Every third alert has one.
    pub(crate) investigation: Option<i64>,
    pub(crate) device: usize,
    pub(crate) person: usize,
    pub(crate) file: usize,
    /// User principal name. `None` for new alerts.
    pub(crate) assigned_to: Option<String>,
    /// Process id. It also decides variations of events in hunting tables.
    pub(crate) process_id: i64,
    pub(crate) parent_process_id: i64,
    /// Link on a host of the reserved domains.
    pub(crate) url: String,
    /// Remote address of the connection.
    pub(crate) ip: String,
    pub(crate) detector_id: String,
}

/// A kind of alert: what its detector reports.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct AlertKind {
    pub(crate) title: &'static str,
    /// Category as Defender for Endpoint spells it.
    pub(crate) category: &'static str,
    /// MITRE ATT&CK techniques.
    pub(crate) techniques: &'static [&'static str],
    /// `detectionSource` in Defender for Endpoint.
    pub(crate) source: &'static str,
    /// Threat family of malware.
    pub(crate) family: Option<&'static str>,
}

const ALERT_KINDS: [AlertKind; 10] = [
    AlertKind {
        title: "Suspicious script launched from a document",
        category: "Execution",
        techniques: &["T1059.001", "T1204.002"],
        source: "WindowsDefenderAtp",
        family: None,
    },
    AlertKind {
        title: "Credential store was read by an unusual process",
        category: "CredentialAccess",
        techniques: &["T1003.001"],
        source: "WindowsDefenderAtp",
        family: None,
    },
    AlertKind {
        title: "Known unwanted program was stopped",
        category: "Malware",
        techniques: &["T1204"],
        source: "WindowsDefenderAv",
        family: Some("SandboxAgent"),
    },
    AlertKind {
        title: "Backup copies were removed",
        category: "Impact",
        techniques: &["T1490"],
        source: "WindowsDefenderAtp",
        family: None,
    },
    AlertKind {
        title: "Connection to a rarely seen address",
        category: "CommandAndControl",
        techniques: &["T1071.001"],
        source: "WindowsDefenderAtp",
        family: None,
    },
    AlertKind {
        title: "Scheduled task was created by a downloaded file",
        category: "Persistence",
        techniques: &["T1053.005"],
        source: "WindowsDefenderAtp",
        family: None,
    },
    AlertKind {
        title: "Security settings were changed",
        category: "DefenseEvasion",
        techniques: &["T1562.001"],
        source: "WindowsDefenderAtp",
        family: None,
    },
    AlertKind {
        title: "Many hosts were asked for their shares",
        category: "Discovery",
        techniques: &["T1135"],
        source: "WindowsDefenderAtp",
        family: None,
    },
    AlertKind {
        title: "Remote service was started on another device",
        category: "LateralMovement",
        techniques: &["T1021.002", "T1569.002"],
        source: "WindowsDefenderAtp",
        family: None,
    },
    AlertKind {
        title: "Link in a message led to a look-alike page",
        category: "InitialAccess",
        techniques: &["T1566.002"],
        source: "CustomerTI",
        family: None,
    },
];

/// Alerts of one incident.
const ALERTS_PER_INCIDENT: usize = 4;
/// Number of the first incident.
pub(super) const FIRST_INCIDENT: i64 = 1001;

/// The alerts of a plan, newest first. Empty without devices, people or files.
pub(super) fn alerts(
    plan: &Plan,
    devices: &[Device],
    people: &[Person],
    files: &[FileFact],
    rng: &mut Rng,
) -> Vec<AlertFact> {
    if devices.is_empty() || people.is_empty() || files.is_empty() {
        return Vec::new();
    }
    let mut all: Vec<AlertFact> = (0..plan.alerts)
        .map(|number| {
            let incident = number / ALERTS_PER_INCIDENT;
            // The incident decides time, person and device. Its alerts vary the time.
            let mut around =
                Rng::with_seed(plan.seed ^ crate::random::hash(&format!("incident {incident}")));
            let incident_facts = IncidentFacts {
                started: earlier(plan.base, around.i64(3600..30 * 86_400)),
                device: around.usize(..devices.len()),
                person: around.usize(..people.len()),
            };
            let file = rng.usize(..files.len());
            alert(plan, &incident_facts, file, (number, incident), rng)
        })
        .collect();
    all.sort_by(|left, right| {
        right
            .created
            .cmp(&left.created)
            .then_with(|| left.id.cmp(&right.id))
    });
    all
}

/// What the alerts of an incident share.
struct IncidentFacts {
    started: Timestamp,
    device: usize,
    person: usize,
}

/// Makes an alert. `place` is its number and that of its incident.
fn alert(
    plan: &Plan,
    incident_facts: &IncidentFacts,
    file: usize,
    place: (usize, usize),
    rng: &mut Rng,
) -> AlertFact {
    let (number, incident) = place;
    let first_event = fraction(
        later(
            incident_facts.started,
            std::time::Duration::from_secs(rng.u64(0..2400)),
        ),
        rng,
    );
    let last_event = fraction(
        later(first_event, std::time::Duration::from_secs(rng.u64(1..300))),
        rng,
    );
    let created = fraction(
        later(last_event, std::time::Duration::from_secs(rng.u64(20..600))),
        rng,
    );
    let age = plan.base.as_second() - created.as_second();
    let resolved = (age > 3 * 86_400 && rng.u8(..3) != 0)
        .then(|| fraction(earlier(plan.base, rng.i64(3600..age.max(3601))), rng));
    let (status, classification, determination) = match (resolved, rng.u8(..4)) {
        (Some(_), 0) => ("Resolved", Some("FalsePositive"), Some("NotMalicious")),
        (Some(_), 1) => (
            "Resolved",
            Some("InformationalExpectedActivity"),
            Some("SecurityTesting"),
        ),
        (Some(_), _) => ("Resolved", Some("TruePositive"), Some("Malware")),
        (None, 0) => ("InProgress", None, None),
        (None, _) => ("New", None, None),
    };
    let minute_later = fraction(
        later(created, std::time::Duration::from_secs(rng.u64(1..60))),
        rng,
    );
    AlertFact {
        id: format!(
            "da{}_{}",
            637_000_000_000_000_000_u64 + rng.u64(..2_000_000_000_000_000),
            rng.i32(i32::MIN..i32::MAX)
        ),
        kind: &ALERT_KINDS[rng.usize(..ALERT_KINDS.len())],
        severity: words::pick(
            rng,
            &["Informational", "Low", "Low", "Medium", "Medium", "High"],
        ),
        status,
        classification,
        determination,
        created,
        first_event,
        last_event,
        updated: resolved.unwrap_or(minute_later),
        resolved,
        incident: FIRST_INCIDENT + i64::try_from(incident).unwrap_or(0),
        investigation: (number % 3 == 0).then(|| 5001 + i64::try_from(number).unwrap_or(0)),
        device: incident_facts.device,
        person: incident_facts.person,
        file,
        assigned_to: (status != "New").then(|| words::upn(rng)),
        process_id: i64::from(rng.u16(1000..60_000)),
        parent_process_id: i64::from(rng.u16(500..60_000)),
        url: format!(
            "https://{}/{}",
            words::pick(rng, &words::DOMAINS),
            crate::random::hex(rng, 6)
        ),
        ip: words::address(rng),
        detector_id: guid(rng),
    }
}
