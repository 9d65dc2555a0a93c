//! `graph.alerts.update`: Change status, verdict or owner of an alert.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit,
    Request, Result, Target, Undo, Value,
};

use crate::graph::alerts::Alert;
use crate::graph::alerts::AlertClassification;
use crate::graph::alerts::AlertDetermination;
use crate::graph::alerts::AlertStatus;

/// `graph.alerts.update`: Change status, verdict or owner of an alert.
pub static UPDATE: Operation = Operation::patch(
    "graph.alerts.update",
    "/v1.0/security/alerts_v2/{alert_id}",
)
.host("graph")
.summary("Change status, verdict or owner of an alert")
.inputs(&[
    Param::path("alert_id").example("da638520395183410110_-1281741616"),
    Param::body("status")
        .kind(Kind::Enum(&["new", "inProgress", "resolved"]))
        .help("State of the alert."),
    Param::body("classification")
        .kind(Kind::Enum(&[
            "unknown",
            "falsePositive",
            "truePositive",
            "informationalExpectedActivity",
        ]))
        .help("Verdict on the alert."),
    Param::body("determination")
        .kind(Kind::Enum(&[
            "unknown",
            "apt",
            "malware",
            "securityPersonnel",
            "securityTesting",
            "unwantedSoftware",
            "other",
            "multiStagedAttack",
            "compromisedAccount",
            "phishing",
            "maliciousUserActivity",
            "notMalicious",
            "notEnoughDataToValidate",
            "confirmedActivity",
            "lineOfBusinessApplication",
        ]))
        .help("Reason for the verdict."),
    Param::body("assignedTo")
        .help("Owner. `null` clears it.")
        .example("ada@contoso.com"),
    Param::body("customDetails")
        .kind(Kind::Json)
        .help("Details of your own, as names with texts.")
        .example("{\"Ticket\":\"4711\"}"),
])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.idempotent()
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.alerts")
.permissions(
    &["SecurityAlert.ReadWrite.All"],
    &["SecurityAlert.ReadWrite.All"],
)
.target(
    &Target::new("alert_id", "graph.alerts.get")
        .name(&["title"])
        .shows(&["severity", "status", "assignedTo", "serviceSource"]),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("graph.alerts.update")
            .carried(&["alert_id"])
            .restored(&[
                ("assignedTo", "assignedTo"),
                ("classification", "classification"),
                ("customDetails", "customDetails"),
                ("determination", "determination"),
                ("status", "status"),
            ]),
    ),
)
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-update.md",
);

/// Change status, verdict or owner of an alert.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().alerts().update("da638520395183410110_-1281741616").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateAlert {
    client: Client,
    request: Request,
}

impl UpdateAlert {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<Alert>>) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
        let request = Request::new(&UPDATE).set("alert_id", alert_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// State of the alert.
    pub fn status(mut self, status: impl Into<AlertStatus>) -> Self {
        let status: AlertStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Verdict on the alert.
    pub fn classification(mut self, classification: impl Into<AlertClassification>) -> Self {
        let classification: AlertClassification = classification.into();
        self.request = self.request.set("classification", classification);
        self
    }

    /// Reason for the verdict.
    pub fn determination(mut self, determination: impl Into<AlertDetermination>) -> Self {
        let determination: AlertDetermination = determination.into();
        self.request = self.request.set("determination", determination);
        self
    }

    /// Owner. `null` clears it.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Details of your own, as names with texts.
    pub fn custom_details(mut self, custom_details: impl Into<Value>) -> Self {
        let custom_details: Value = custom_details.into();
        self.request = self.request.set("customDetails", custom_details);
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

http_core::call_options!(UpdateAlert);
