//! `mde.alerts.update`: Change an alert or add a comment.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit,
    Request, Result, Target, Undo,
};

use crate::alerts::Alert;
use crate::alerts::AlertClassification;
use crate::alerts::AlertDetermination;
use crate::alerts::AlertStatus;

/// `mde.alerts.update`: Change an alert or add a comment.
pub static UPDATE: Operation = Operation::patch("mde.alerts.update", "/api/alerts/{alert_id}")
    .host("mde")
    .summary("Change an alert or add a comment")
    .help(
        "Send only what changes. Signed-in users see only devices of their device \
groups.",
    )
    .inputs(&[
        Param::path("alert_id").example("da638520395183410110_-1281741616"),
        Param::body("status")
            .kind(Kind::Enum(&["New", "InProgress", "Resolved"]))
            .help("State of the alert."),
        Param::body("assignedTo")
            .help("Owner, as a user principal name.")
            .example("ada@contoso.com"),
        Param::body("classification")
            .kind(Kind::Enum(&[
                "TruePositive",
                "InformationalExpectedActivity",
                "FalsePositive",
            ]))
            .help("Verdict on the alert."),
        Param::body("determination")
            .kind(Kind::Enum(&[
                "MultiStagedAttack",
                "MaliciousUserActivity",
                "CompromisedAccount",
                "Malware",
                "Phishing",
                "UnwantedSoftware",
                "Other",
                "SecurityTesting",
                "LineOfBusinessApplication",
                "ConfirmedActivity",
                "NotMalicious",
                "NoEnoughDataToValidate",
                "ConfirmedUserActivity",
                "Clean",
            ]))
            .help(
                "Reason for the verdict. TruePositive takes MultiStagedAttack, \
MaliciousUserActivity, CompromisedAccount, Malware, Phishing, \
UnwantedSoftware or Other; InformationalExpectedActivity takes \
SecurityTesting, LineOfBusinessApplication, ConfirmedActivity or Other; \
FalsePositive takes NotMalicious, NoEnoughDataToValidate or Other.",
            )
            .value_aliases(&[
                ("CompromisedUser", "CompromisedAccount"),
                ("InsufficientData", "NoEnoughDataToValidate"),
            ]),
        Param::body("comment")
            .help("Comment to add. It may be sent alone.")
            .example("Ticket 4711"),
    ])
    .body(BodyKind::Json)
    .answer(AnswerKind::Entity)
    .idempotent()
    .appends(&["comment"])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Alert.ReadWrite.All"], &["Alert.ReadWrite"])
    .role("Alerts investigation")
    .target(
        &Target::new("alert_id", "mde.alerts.get")
            .name(&["title"])
            .shows(&["severity", "status", "computerDnsName", "assignedTo"]),
    )
    .effect(
        Effect::new(EffectKind::Reversible).undo(
            &Undo::by("mde.alerts.update")
                .carried(&["alert_id"])
                .restored(&[
                    ("assignedTo", "assignedTo"),
                    ("classification", "classification"),
                    ("determination", "determination"),
                    ("status", "status"),
                ])
                .lost("comments stay"),
        ),
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/update-alert.md");

/// Change an alert or add a comment.
///
/// Send only what changes. Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/update-alert.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.alerts().update("da638520395183410110_-1281741616").send().await?;
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

    /// Owner, as a user principal name.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Verdict on the alert.
    pub fn classification(mut self, classification: impl Into<AlertClassification>) -> Self {
        let classification: AlertClassification = classification.into();
        self.request = self.request.set("classification", classification);
        self
    }

    /// Reason for the verdict. TruePositive takes MultiStagedAttack, MaliciousUserActivity,
    /// CompromisedAccount, Malware, Phishing, UnwantedSoftware or Other;
    /// InformationalExpectedActivity takes SecurityTesting, LineOfBusinessApplication,
    /// ConfirmedActivity or Other; FalsePositive takes NotMalicious, NoEnoughDataToValidate or
    /// Other.
    pub fn determination(mut self, determination: impl Into<AlertDetermination>) -> Self {
        let determination: AlertDetermination = determination.into();
        self.request = self.request.set("determination", determination);
        self
    }

    /// Comment to add. It may be sent alone.
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        let comment: String = comment.into();
        self.request = self.request.set("comment", comment);
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
