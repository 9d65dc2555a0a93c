//! `mde.alerts.batch_update`: Make the same change to several alerts.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit, Request, Result,
    Target, Undo,
};

use crate::alerts::Alert;
use crate::alerts::AlertClassification;
use crate::alerts::AlertDetermination;
use crate::alerts::AlertStatus;

/// `mde.alerts.batch_update`: Make the same change to several alerts.
pub static BATCH_UPDATE: Operation =
    Operation::post("mde.alerts.batch_update", "/api/alerts/batchUpdate")
        .host("mde")
        .summary("Make the same change to several alerts")
        .help(
            "The service reports no result for each alert. Signed-in users see only \
devices of their device groups.",
        )
        .inputs(&[
            Param::body("alertIds")
                .kind(Kind::List)
                .required()
                .help("Ids of the alerts to change.")
                .example("da638520395183410110_-1281741616"),
            Param::body("status")
                .kind(Kind::Enum(&["New", "InProgress", "Resolved"]))
                .help("State of the alerts."),
            Param::body("assignedTo").help("Owner of the alerts."),
            Param::body("classification")
                .kind(Kind::Enum(&[
                    "TruePositive",
                    "InformationalExpectedActivity",
                    "FalsePositive",
                ]))
                .help("Verdict on the alerts."),
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
                    "ConfirmedUserActivity",
                    "Clean",
                    "NoEnoughDataToValidate",
                ]))
                .help(
                    "Reason for the verdict. TruePositive takes MultiStagedAttack, \
MaliciousUserActivity, CompromisedAccount, Malware, Phishing, \
UnwantedSoftware or Other; InformationalExpectedActivity takes \
SecurityTesting, LineOfBusinessApplication, ConfirmedUserActivity or Other; \
FalsePositive takes Clean, NoEnoughDataToValidate or Other.",
                )
                .value_aliases(&[
                    ("CompromisedUser", "CompromisedAccount"),
                    ("InsufficientData", "NoEnoughDataToValidate"),
                ]),
            Param::body("comment")
                .help("Comment to add to the alerts.")
                .example("Ticket 4711"),
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

/// Make the same change to several alerts.
///
/// The service reports no result for each alert. Signed-in users see only devices of their
/// device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/batch-update-alerts.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.alerts().batch_update(["da638520395183410110_-1281741616"]).send().await?;
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

    /// State of the alerts.
    pub fn status(mut self, status: impl Into<AlertStatus>) -> Self {
        let status: AlertStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Owner of the alerts.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Verdict on the alerts.
    pub fn classification(mut self, classification: impl Into<AlertClassification>) -> Self {
        let classification: AlertClassification = classification.into();
        self.request = self.request.set("classification", classification);
        self
    }

    /// Reason for the verdict. TruePositive takes MultiStagedAttack, MaliciousUserActivity,
    /// CompromisedAccount, Malware, Phishing, UnwantedSoftware or Other;
    /// InformationalExpectedActivity takes SecurityTesting, LineOfBusinessApplication,
    /// ConfirmedUserActivity or Other; FalsePositive takes Clean, NoEnoughDataToValidate or Other.
    pub fn determination(mut self, determination: impl Into<AlertDetermination>) -> Self {
        let determination: AlertDetermination = determination.into();
        self.request = self.request.set("determination", determination);
        self
    }

    /// Comment to add to the alerts.
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

http_core::call_options!(BatchUpdateAlerts);
