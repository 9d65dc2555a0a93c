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
        .help(
            "The prose names the property comments, the table and the sample use \
comment. The page also says a determination needs classification \
TruePositive, yet lists values for the other two. Send only what changes.",
        )
        .inputs(&[
            Param::path("incident_id").kind(Kind::Integer),
            Param::body("status").kind(Kind::Enum(&[
                "Active",
                "Resolved",
                "InProgress",
                "Redirected",
            ])),
            Param::body("assignedTo").help("free text owner"),
            Param::body("classification").kind(Kind::Enum(&[
                "TruePositive",
                "InformationalExpectedActivity",
                "FalsePositive",
            ])),
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
                    "must fit the classification: TruePositive takes MultiStagedAttack, \
MaliciousUserActivity, CompromisedAccount, Malware, Phishing, \
UnwantedSoftware, Other; InformationalExpectedActivity takes \
SecurityTesting, LineOfBusinessApplication, ConfirmedActivity, Other; \
FalsePositive takes Clean, NoEnoughDataToValidate, Other",
                ),
            Param::body("tags")
                .kind(Kind::List)
                .help("replaces the whole list"),
            Param::body("comment").help("singular; appended to comments"),
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
/// The prose names the property comments, the table and the sample use comment. The page also
/// says a determination needs classification TruePositive, yet lists values for the other two.
/// Send only what changes.
///
/// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-update-incidents.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.incidents().update(1).send().await?;
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

    /// Status.
    pub fn status(mut self, status: impl Into<XdrIncidentStatus>) -> Self {
        let status: XdrIncidentStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Assigned to. Free text owner.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Classification.
    pub fn classification(mut self, classification: impl Into<XdrAlertClassification>) -> Self {
        let classification: XdrAlertClassification = classification.into();
        self.request = self.request.set("classification", classification);
        self
    }

    /// Determination. Must fit the classification: TruePositive takes MultiStagedAttack,
    /// MaliciousUserActivity, CompromisedAccount, Malware, Phishing, UnwantedSoftware, Other;
    /// InformationalExpectedActivity takes SecurityTesting, LineOfBusinessApplication,
    /// ConfirmedActivity, Other; FalsePositive takes Clean, NoEnoughDataToValidate, Other.
    pub fn determination(mut self, determination: impl Into<XdrAlertDetermination>) -> Self {
        let determination: XdrAlertDetermination = determination.into();
        self.request = self.request.set("determination", determination);
        self
    }

    /// Tags. Replaces the whole list.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request = self.request.set(
            "tags",
            tags.into_iter().map(Into::into).collect::<Vec<String>>(),
        );
        self
    }

    /// Comment. Singular; appended to comments.
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
