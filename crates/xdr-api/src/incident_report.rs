//! An incident as one report: its alerts, and the devices, users and other evidence that they name, each once.
//!
//! The service lists evidence below each alert, so a device of ten alerts comes ten times. A report joins it: who and what is
//! concerned, and by which alerts. It is built from the answer as it came, so members that this crate does not know are kept.
//!
//! ```no_run
//! # use xdr_api::{Client, Result};
//! # async fn run(client: Client) -> Result<()> {
//! let report = client.graph().incidents().report("1044").await?;
//! println!("{}", report.to_markdown());
//! # Ok(())
//! # }
//! ```

mod evidence;
mod markdown;

use http_core::{Id, Request, Result, Value};
use serde::Serialize;

pub use self::evidence::Evidence;
use crate::graph::incidents::{GET, Incident, Incidents};

/// An incident with everything that its alerts name. Serializes to one object.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct IncidentReport {
    /// The incident without its alerts.
    pub incident: Value,
    /// The alerts as the service returned them, the oldest first.
    pub alerts: Vec<Value>,
    /// The devices of all alerts, each once.
    pub devices: Vec<Evidence>,
    /// The users of all alerts, each once.
    pub users: Vec<Evidence>,
    /// Other evidence of all alerts, each once: processes, files, addresses, messages.
    pub evidence: Vec<Evidence>,
    /// Whether the answer held all alerts of the incident.
    pub complete: bool,
}

impl IncidentReport {
    /// The report of an incident that was read with `$expand=alerts`.
    ///
    /// ```
    /// use serde_json::json;
    /// use xdr_api::IncidentReport;
    ///
    /// let device = json!({"@odata.type": "#microsoft.graph.security.deviceEvidence", "deviceDnsName": "wks-7", "mdeDeviceId": "d"});
    /// let alert = |id: &str| json!({"id": id, "evidence": [device]});
    /// let report = IncidentReport::of(json!({"id": "7", "alerts": [alert("a"), alert("b")]}));
    /// assert_eq!(report.devices[0].name, "wks-7");
    /// assert_eq!(report.devices[0].alerts, ["a", "b"]);
    /// ```
    pub fn of(mut incident: Value) -> Self {
        let mut take = |name: &str| {
            let members = incident.as_object_mut();
            members.and_then(|members| members.remove(name))
        };
        let mut alerts = match take("alerts") {
            Some(Value::Array(alerts)) => alerts,
            _ => Vec::new(),
        };
        let complete = take("alerts@odata.nextLink").is_none();
        take("@odata.context");
        alerts.sort_by(|one, other| created(one).cmp(created(other)));
        let all = Evidence::of_alerts(&alerts);
        let of_kind = |kind: &str| all.iter().filter(|one| one.kind == kind).cloned().collect();
        let is_other = |one: &&Evidence| !["device", "user"].contains(&one.kind.as_str());
        Self {
            devices: of_kind("device"),
            users: of_kind("user"),
            evidence: all.iter().filter(is_other).cloned().collect(),
            incident,
            alerts,
            complete,
        }
    }

    /// The report as Markdown of the GitHub dialect. Text of the service is escaped, so it adds no headings, links or markup.
    pub fn to_markdown(&self) -> String {
        markdown::of(self)
    }
}

/// The time of an alert, for the order of the report. Empty if it has none.
fn created(alert: &Value) -> &str {
    alert["createdDateTime"].as_str().unwrap_or_default()
}

impl Incidents {
    /// Reads an incident with its alerts, in one call, and joins what they name.
    ///
    /// # Errors
    /// Returns the errors of [`get`](Incidents::get).
    pub async fn report(&self, incident_id: impl Into<Id<Incident>>) -> Result<IncidentReport> {
        let request = Self::report_request(incident_id);
        let incident: Value = self.client.send(request).await?;
        Ok(IncidentReport::of(incident))
    }

    /// The request of [`report`](Self::report), for a program that shows it first.
    pub fn report_request(incident_id: impl Into<Id<Incident>>) -> Request {
        let incident_id: Id<Incident> = incident_id.into();
        Request::new(&GET)
            .set("incident_id", incident_id)
            .set("$expand", "alerts")
    }
}

#[cfg(test)]
mod tests;
