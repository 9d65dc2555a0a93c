//! `mde.alerts.create_by_reference`: Create an alert from a hunting event.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit,
    Request, Result, Timestamp,
};

use crate::alerts::Alert;
use crate::alerts::AlertCategory;
use crate::alerts::AlertSeverity;
use crate::machines::Machine;

/// `mde.alerts.create_by_reference`: Create an alert from a hunting event.
pub static CREATE_BY_REFERENCE: Operation = Operation::post(
    "mde.alerts.create_by_reference",
    "/api/alerts/CreateAlertByReference",
)
.host("mde")
.summary("Create an alert from a hunting event")
.help(
    "Starts an automated investigation. If an alert with the same title is open \
on the device, that alert is returned instead of a new one. Signed-in users \
see only devices of their device groups.",
)
.inputs(&[
    Param::body("eventTime")
        .kind(Kind::Time)
        .required()
        .help("Time of the event, exactly as hunting shows it.")
        .example("24h"),
    Param::body("reportId")
        .required()
        .help("Report id of the event, as hunting shows it.")
        .example("34211"),
    Param::body("machineId")
        .required()
        .help("Device of the event.")
        .example("0f4d7265a9d03fc22b960d84c410343d7e432091"),
    Param::body("severity")
        .kind(Kind::Enum(&["Low", "Medium", "High"]))
        .required()
        .help("Severity of the alert."),
    Param::body("title")
        .required()
        .help("Title of the alert.")
        .example("Suspicious process"),
    Param::body("description")
        .required()
        .help("Description of the alert.")
        .example("A process started from a temporary folder"),
    Param::body("recommendedAction")
        .required()
        .help("What to do about the alert.")
        .example("Isolate the device"),
    Param::body("category")
        .kind(Kind::Enum(&[
            "General",
            "CommandAndControl",
            "Collection",
            "CredentialAccess",
            "DefenseEvasion",
            "Discovery",
            "Exfiltration",
            "Exploit",
            "Execution",
            "InitialAccess",
            "LateralMovement",
            "Malware",
            "Persistence",
            "PrivilegeEscalation",
            "Ransomware",
            "SuspiciousActivity",
        ]))
        .required()
        .help("Category of the alert.")
        .example("Execution"),
])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(15)])
.permissions(&["Alert.ReadWrite.All"], &["Alert.ReadWrite"])
.role("Alerts investigation")
.effect(Effect::new(EffectKind::Additive))
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/create-alert-by-reference.md");

/// Create an alert from a hunting event.
///
/// Starts an automated investigation. If an alert with the same title is open on the device,
/// that alert is returned instead of a new one. Signed-in users see only devices of their
/// device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/create-alert-by-reference.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.alerts().create_by_reference().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateAlertByReference {
    client: Client,
    request: Request,
}

impl CreateAlertByReference {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&CREATE_BY_REFERENCE);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Time of the event, exactly as hunting shows it. Required.
    pub fn event_time(mut self, event_time: impl Into<Timestamp>) -> Self {
        let event_time: Timestamp = event_time.into();
        self.request = self.request.set("eventTime", event_time);
        self
    }

    /// Report id of the event, as hunting shows it. Required.
    pub fn report_id(mut self, report_id: impl Into<String>) -> Self {
        let report_id: String = report_id.into();
        self.request = self.request.set("reportId", report_id);
        self
    }

    /// Device of the event. Required.
    pub fn machine_id(mut self, machine_id: impl Into<Id<Machine>>) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        self.request = self.request.set("machineId", machine_id);
        self
    }

    /// Severity of the alert. Required.
    pub fn severity(mut self, severity: impl Into<AlertSeverity>) -> Self {
        let severity: AlertSeverity = severity.into();
        self.request = self.request.set("severity", severity);
        self
    }

    /// Title of the alert. Required.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        let title: String = title.into();
        self.request = self.request.set("title", title);
        self
    }

    /// Description of the alert. Required.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// What to do about the alert. Required.
    pub fn recommended_action(mut self, recommended_action: impl Into<String>) -> Self {
        let recommended_action: String = recommended_action.into();
        self.request = self.request.set("recommendedAction", recommended_action);
        self
    }

    /// Category of the alert. Required.
    pub fn category(mut self, category: impl Into<AlertCategory>) -> Self {
        let category: AlertCategory = category.into();
        self.request = self.request.set("category", category);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Alert> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(CreateAlertByReference);
