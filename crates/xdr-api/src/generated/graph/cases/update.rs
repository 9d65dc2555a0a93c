//! `graph.cases.update`: Change a case.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result, Status,
    Target, Timestamp, Undo,
};

use crate::graph::cases::Case;
use crate::graph::cases::CaseIncidentClassification;
use crate::graph::cases::CaseIncidentDetermination;
use crate::graph::cases::CaseIncidentSeverity;

/// `graph.cases.update`: Change a case. Status: preview.
pub static UPDATE: Operation = Operation::patch("graph.cases.update", "/beta/security/caseManagement/cases/{case_id}").host("graph").summary("Change a case").help("A change of an incident case also changes its incident, and takes a few \
minutes. Signed-in users need one of the roles Security Reader, Security \
Operator or Security Administrator.").status(Status::Preview).inputs(&[Param::path("case_id").example("00430205-f39e-4fcf-a7d2-a012ee05c000"),
Param::body("displayName").help("Name of the case.").example("Ticket 4711"),
Param::body("status").help("Status of the case, one of those that `list-type-configurations` shows.").example("closed"),
Param::body("@odata.type").help("Kind of the case. Needed with members that only this kind has."),
Param::body("description").help("Of generic cases."),
Param::body("assignedTo").help("User who works on the case. Of generic cases.").example("ada@contoso.com"),
Param::body("priority").help("Of generic cases."),
Param::body("closingNotes").help("Why the case was closed. Of generic cases."),
Param::body("dueDateTime").kind(Kind::Time).help("When the case has to be done. Of generic cases."),
Param::body("classification").kind(Kind::Enum(&["unknown", "falsePositive", "truePositive", "informationalExpectedActivity"])).help("Of incident cases."),
Param::body("determination").kind(Kind::Enum(&["unknown", "apt", "malware", "securityPersonnel", "securityTesting", "unwantedSoftware", "other", "multiStagedAttack", "compromisedAccount", "phishing", "maliciousUserActivity", "notMalicious", "notEnoughDataToValidate", "confirmedActivity", "lineOfBusinessApplication"])).help("Of incident cases."),
Param::body("severity").kind(Kind::Enum(&["unknown", "informational", "low", "medium", "high"])).help("Of incident cases."),
Param::body("summary").help("Of incident cases."),
Param::body("priorityScore").kind(Kind::Integer).help("Of incident cases."),
Param::body("emailNotificationRecipients").kind(Kind::List).help("Of incident cases."),
]).body(BodyKind::Json).idempotent().permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).target(&Target::new("case_id", "graph.cases.get").name(&["displayName"]).shows(&["status", "createdBy"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("graph.cases.update").carried(&["case_id"]).restored(&[("displayName", "displayName"), ("status", "status")]).lost("members that only one kind of case has are not restored"))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-update.md");

/// Change a case.
///
/// A change of an incident case also changes its incident, and takes a few minutes. Signed-in
/// users need one of the roles Security Reader, Security Operator or Security Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagement-case-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().cases().update("00430205-f39e-4fcf-a7d2-a012ee05c000").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateCase {
    client: Client,
    request: Request,
}

impl UpdateCase {
    pub(super) fn new(client: &Client, case_id: impl Into<Id<Case>>) -> Self {
        let case_id: Id<Case> = case_id.into();
        let request = Request::new(&UPDATE).set("case_id", case_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Name of the case.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Status of the case, one of those that `list-type-configurations` shows.
    pub fn status(mut self, status: impl Into<String>) -> Self {
        let status: String = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Kind of the case. Needed with members that only this kind has.
    pub fn odata_type(mut self, odata_type: impl Into<String>) -> Self {
        let odata_type: String = odata_type.into();
        self.request = self.request.set("@odata.type", odata_type);
        self
    }

    /// Of generic cases.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// User who works on the case. Of generic cases.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Of generic cases.
    pub fn priority(mut self, priority: impl Into<String>) -> Self {
        let priority: String = priority.into();
        self.request = self.request.set("priority", priority);
        self
    }

    /// Why the case was closed. Of generic cases.
    pub fn closing_notes(mut self, closing_notes: impl Into<String>) -> Self {
        let closing_notes: String = closing_notes.into();
        self.request = self.request.set("closingNotes", closing_notes);
        self
    }

    /// When the case has to be done. Of generic cases.
    pub fn due_date_time(mut self, due_date_time: impl Into<Timestamp>) -> Self {
        let due_date_time: Timestamp = due_date_time.into();
        self.request = self.request.set("dueDateTime", due_date_time);
        self
    }

    /// Of incident cases.
    pub fn classification(mut self, classification: impl Into<CaseIncidentClassification>) -> Self {
        let classification: CaseIncidentClassification = classification.into();
        self.request = self.request.set("classification", classification);
        self
    }

    /// Of incident cases.
    pub fn determination(mut self, determination: impl Into<CaseIncidentDetermination>) -> Self {
        let determination: CaseIncidentDetermination = determination.into();
        self.request = self.request.set("determination", determination);
        self
    }

    /// Of incident cases.
    pub fn severity(mut self, severity: impl Into<CaseIncidentSeverity>) -> Self {
        let severity: CaseIncidentSeverity = severity.into();
        self.request = self.request.set("severity", severity);
        self
    }

    /// Of incident cases.
    pub fn summary(mut self, summary: impl Into<String>) -> Self {
        let summary: String = summary.into();
        self.request = self.request.set("summary", summary);
        self
    }

    /// Of incident cases.
    pub fn priority_score(mut self, priority_score: u32) -> Self {
        self.request = self.request.set("priorityScore", priority_score);
        self
    }

    /// Of incident cases.
    pub fn email_notification_recipients(
        mut self,
        email_notification_recipients: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "emailNotificationRecipients",
            email_notification_recipients
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
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

http_core::call_options!(UpdateCase);
