//! `mde.alerts.update`: Update one alert or add a comment.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit,
    Request, Result, Target, Undo,
};

use crate::alerts::Alert;
use crate::alerts::AlertClassification;
use crate::alerts::AlertDetermination;
use crate::alerts::AlertStatus;

/// `mde.alerts.update`: Update one alert or add a comment.
pub static UPDATE: Operation = Operation::patch("mde.alerts.update", "/api/alerts/{alert_id}")
    .host("mde")
    .summary("Update one alert or add a comment")
    .help(
        "The page names the application permission Alerts.ReadWrite.All (plural): \
taken for a slip, all other pages say Alert.ReadWrite.All. The sample pairs \
FalsePositive with Malware, which the page's own table does not allow. The \
pages disagree on the names of determinations: this one and the batch page \
differ, and the service takes NoEnoughDataToValidate so spelled; any word \
is passed on. Send only what changes. Delegated callers need the role \
permission 'Alerts investigation' and see only devices of their device \
groups.",
    )
    .inputs(&[
        Param::path("alert_id"),
        Param::body("status")
            .kind(Kind::Enum(&["New", "InProgress", "Resolved"]))
            .help("table writes Status"),
        Param::body("assignedTo").help("owner, a UPN"),
        Param::body("classification")
            .kind(Kind::Enum(&[
                "TruePositive",
                "InformationalExpectedActivity",
                "FalsePositive",
            ]))
            .help("table writes Classification"),
        Param::body("determination")
            .kind(Kind::Enum(&[
                "MultiStagedAttack",
                "MaliciousUserActivity",
                "CompromisedUser",
                "Malware",
                "Phishing",
                "UnwantedSoftware",
                "Other",
                "SecurityTesting",
                "LineOfBusinessApplication",
                "ConfirmedActivity",
                "NotMalicious",
                "InsufficientData",
                "ConfirmedUserActivity",
                "Clean",
                "NoEnoughDataToValidate",
            ]))
            .help(
                "pairs: TruePositive with MultiStagedAttack, MaliciousUserActivity, \
CompromisedUser, Malware, Phishing, UnwantedSoftware or Other; \
InformationalExpectedActivity with SecurityTesting, \
LineOfBusinessApplication, ConfirmedActivity or Other; FalsePositive with \
NotMalicious, InsufficientData or Other; table writes Determination; \
NoEnoughDataToValidate, so spelled, was found to be what the service takes \
for insufficient data (microsoft-365-docs#11228)",
            ),
        Param::body("comment").help("may be sent alone; table writes Comment"),
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

/// Update one alert or add a comment.
///
/// The page names the application permission Alerts.ReadWrite.All (plural): taken for a slip,
/// all other pages say Alert.ReadWrite.All. The sample pairs FalsePositive with Malware, which
/// the page's own table does not allow. The pages disagree on the names of determinations: this
/// one and the batch page differ, and the service takes NoEnoughDataToValidate so spelled; any
/// word is passed on. Send only what changes. Delegated callers need the role permission
/// 'Alerts investigation' and see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/update-alert.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.alerts().update("alert-id").send().await?;
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

    /// Status. Table writes Status.
    pub fn status(mut self, status: impl Into<AlertStatus>) -> Self {
        let status: AlertStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Assigned to. Owner, a UPN.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Classification. Table writes Classification.
    pub fn classification(mut self, classification: impl Into<AlertClassification>) -> Self {
        let classification: AlertClassification = classification.into();
        self.request = self.request.set("classification", classification);
        self
    }

    /// Determination. Pairs: TruePositive with MultiStagedAttack, MaliciousUserActivity,
    /// CompromisedUser, Malware, Phishing, UnwantedSoftware or Other; InformationalExpectedActivity
    /// with SecurityTesting, LineOfBusinessApplication, ConfirmedActivity or Other; FalsePositive
    /// with NotMalicious, InsufficientData or Other; table writes Determination;
    /// NoEnoughDataToValidate, so spelled, was found to be what the service takes for insufficient
    /// data (microsoft-365-docs#11228).
    pub fn determination(mut self, determination: impl Into<AlertDetermination>) -> Self {
        let determination: AlertDetermination = determination.into();
        self.request = self.request.set("determination", determination);
        self
    }

    /// Comment. May be sent alone; table writes Comment.
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
