//! `mde.alerts.batch_update`: Update many alerts alike.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit, Request, Result,
    Target, Undo,
};

use crate::alerts::Alert;
use crate::alerts::AlertClassification;
use crate::alerts::AlertDetermination;
use crate::alerts::AlertStatus;

/// `mde.alerts.batch_update`: Update many alerts alike.
pub static BATCH_UPDATE: Operation =
    Operation::post("mde.alerts.batch_update", "/api/alerts/batchUpdate")
        .host("mde")
        .summary("Update many alerts alike")
        .help(
            "No per-alert result comes back. Delegated callers need the role permission \
'Alerts investigation' and see only devices of their device groups.",
        )
        .inputs(&[
            Param::body("alertIds")
                .kind(Kind::List)
                .required()
                .help("no maximum is documented"),
            Param::body("status").kind(Kind::Enum(&["New", "InProgress", "Resolved"])),
            Param::body("assignedTo"),
            Param::body("classification")
                .kind(Kind::Enum(&[
                    "TruePositive",
                    "InformationalExpectedActivity",
                    "FalsePositive",
                ]))
                .help(
                    "the page prints the display text 'Informational, expected activity' for \
the second",
                ),
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
                    "ConfirmedUserActivity",
                    "Clean",
                    "InsufficientData",
                    "NoEnoughDataToValidate",
                ]))
                .help(
                    "pairs: TruePositive with MultiStagedAttack, MaliciousUserActivity, \
CompromisedUser, Malware, Phishing, UnwantedSoftware or Other; \
InformationalExpectedActivity with SecurityTesting, \
LineOfBusinessApplication, ConfirmedUserActivity or Other; FalsePositive \
with Clean, InsufficientData or Other; differs from mde.alerts.update in \
two names; NoEnoughDataToValidate, so spelled, was found to be what the \
service takes for insufficient data (microsoft-365-docs#11228)",
                ),
            Param::body("comment"),
        ])
        .body(BodyKind::Json)
        .limits(&[RateLimit::per_minute(10), RateLimit::per_hour(500)])
        .permissions(&["Alert.ReadWrite.All"], &["Alert.ReadWrite"])
        .role("Alerts investigation")
        .target(
            &Target::new("alertIds", "mde.alerts.get")
                .name(&["title"])
                .shows(&["severity", "status", "computerDnsName", "assignedTo"]),
        )
        .effect(
            Effect::new(EffectKind::Reversible).undo(
                &Undo::by("mde.alerts.update")
                    .restored(&[
                        ("assignedTo", "assignedTo"),
                        ("classification", "classification"),
                        ("determination", "determination"),
                        ("status", "status"),
                    ])
                    .each("alertIds", "alert_id")
                    .lost("comments stay"),
            ),
        )
        .batch("alertIds", 0)
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/batch-update-alerts.md");

/// Update many alerts alike.
///
/// No per-alert result comes back. Delegated callers need the role permission 'Alerts
/// investigation' and see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/batch-update-alerts.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.alerts().batch_update(["alert-ids"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct BatchUpdateAlerts {
    client: Client,
    request: Request,
}

impl BatchUpdateAlerts {
    pub(super) fn new(
        client: &Client,
        alert_ids: impl IntoIterator<Item = impl Into<Id<Alert>>>,
    ) -> Self {
        let request = Request::new(&BATCH_UPDATE).set(
            "alertIds",
            alert_ids
                .into_iter()
                .map(Into::into)
                .collect::<Vec<Id<Alert>>>(),
        );
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Status.
    pub fn status(mut self, status: impl Into<AlertStatus>) -> Self {
        let status: AlertStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Assigned to.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Classification. The page prints the display text 'Informational, expected activity' for the
    /// second.
    pub fn classification(mut self, classification: impl Into<AlertClassification>) -> Self {
        let classification: AlertClassification = classification.into();
        self.request = self.request.set("classification", classification);
        self
    }

    /// Determination. Pairs: TruePositive with MultiStagedAttack, MaliciousUserActivity,
    /// CompromisedUser, Malware, Phishing, UnwantedSoftware or Other; InformationalExpectedActivity
    /// with SecurityTesting, LineOfBusinessApplication, ConfirmedUserActivity or Other;
    /// FalsePositive with Clean, InsufficientData or Other; differs from mde.alerts.update in two
    /// names; NoEnoughDataToValidate, so spelled, was found to be what the service takes for
    /// insufficient data (microsoft-365-docs#11228).
    pub fn determination(mut self, determination: impl Into<AlertDetermination>) -> Self {
        let determination: AlertDetermination = determination.into();
        self.request = self.request.set("determination", determination);
        self
    }

    /// Comment.
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        let comment: String = comment.into();
        self.request = self.request.set("comment", comment);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}
