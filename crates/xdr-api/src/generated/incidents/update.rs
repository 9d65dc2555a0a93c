//! `xdr.incidents.update`: Change owner, status, verdict or tags of an incident, or add a
//! comment.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, RateLimit, Request,
    Result, Target, Undo,
};

use crate::incidents::XdrAlertClassification;
use crate::incidents::XdrAlertDetermination;
use crate::incidents::XdrIncident;
use crate::incidents::XdrIncidentStatus;

/// `xdr.incidents.update`: Change owner, status, verdict or tags of an incident, or add a
/// comment.
pub static UPDATE: Operation =
    Operation::patch("xdr.incidents.update", "/api/incidents/{incident_id}")
        .host("xdr")
        .summary("Change owner, status, verdict or tags of an incident, or add a comment")
        .help("Send only what changes.")
        .inputs(&[
            Param::path("incident_id")
                .kind(Kind::Integer)
                .example("1044"),
            Param::body("status")
                .kind(Kind::Enum(&[
                    "Active",
                    "Resolved",
                    "InProgress",
                    "Redirected",
                ]))
                .help("State of the incident."),
            Param::body("assignedTo")
                .help("Owner, as free text.")
                .example("ada@contoso.com"),
            Param::body("classification")
                .kind(Kind::Enum(&[
                    "TruePositive",
                    "InformationalExpectedActivity",
                    "FalsePositive",
                ]))
                .help("Verdict on the incident."),
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
                    "Clean",
                    "NoEnoughDataToValidate",
                ]))
                .help(
                    "Reason for the verdict. TruePositive takes MultiStagedAttack, \
MaliciousUserActivity, CompromisedAccount, Malware, Phishing, \
UnwantedSoftware or Other; InformationalExpectedActivity takes \
SecurityTesting, LineOfBusinessApplication, ConfirmedActivity or Other; \
FalsePositive takes Clean, NoEnoughDataToValidate or Other.",
                ),
            Param::body("tags")
                .kind(Kind::List)
                .help("Tags of the incident. They replace the present ones."),
            Param::body("comment")
                .help("Comment to add to the incident.")
                .example("Ticket 4711"),
        ])
        .body(BodyKind::Json)
        .answer(AnswerKind::Entity)
        .idempotent()
        .appends(&["comment"])
        .limits(&[RateLimit::per_minute(50), RateLimit::per_hour(1500)])
        .permissions(&["Incident.ReadWrite.All"], &["Incident.ReadWrite"])
        .target(
            &Target::new("incident_id", "xdr.incidents.get")
                .name(&["incidentName"])
                .shows(&["severity", "status", "assignedTo"]),
        )
        .effect(
            Effect::new(EffectKind::Reversible).undo(
                &Undo::by("xdr.incidents.update")
                    .carried(&["incident_id"])
                    .restored(&[
                        ("assignedTo", "assignedTo"),
                        ("classification", "classification"),
                        ("determination", "determination"),
                        ("status", "status"),
                        ("tags", "tags"),
                    ])
                    .lost("comments stay"),
            ),
        )
        .source("MicrosoftDocs/defender-docs:defender-xdr/api-update-incidents.md");

/// Change owner, status, verdict or tags of an incident, or add a comment.
///
/// Send only what changes.
///
/// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-update-incidents.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.incidents().update(1044).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateIncident {
    client: Client,
    request: Request,
}

impl UpdateIncident {
    pub(super) fn new(client: &Client, incident_id: i64) -> Self {
        let request = Request::new(&UPDATE).set("incident_id", incident_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// State of the incident.
    pub fn status(mut self, status: impl Into<XdrIncidentStatus>) -> Self {
        let status: XdrIncidentStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Owner, as free text.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Verdict on the incident.
    pub fn classification(mut self, classification: impl Into<XdrAlertClassification>) -> Self {
        let classification: XdrAlertClassification = classification.into();
        self.request = self.request.set("classification", classification);
        self
    }

    /// Reason for the verdict. TruePositive takes MultiStagedAttack, MaliciousUserActivity,
    /// CompromisedAccount, Malware, Phishing, UnwantedSoftware or Other;
    /// InformationalExpectedActivity takes SecurityTesting, LineOfBusinessApplication,
    /// ConfirmedActivity or Other; FalsePositive takes Clean, NoEnoughDataToValidate or Other.
    pub fn determination(mut self, determination: impl Into<XdrAlertDetermination>) -> Self {
        let determination: XdrAlertDetermination = determination.into();
        self.request = self.request.set("determination", determination);
        self
    }

    /// Tags of the incident. They replace the present ones.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request = self.request.set(
            "tags",
            tags.into_iter().map(Into::into).collect::<Vec<String>>(),
        );
        self
    }

    /// Comment to add to the incident.
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
    pub async fn send(self) -> Result<XdrIncident> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(UpdateIncident);
