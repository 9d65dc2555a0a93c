//! `graph.incidents.update`: Change owner, status, verdict or tags of an incident.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result,
    Target, Undo,
};

use crate::graph::alerts::AlertClassification;
use crate::graph::alerts::AlertDetermination;
use crate::graph::alerts::AlertSeverity;
use crate::graph::incidents::Incident;
use crate::graph::incidents::IncidentStatus;

/// `graph.incidents.update`: Change owner, status, verdict or tags of an incident.
pub static UPDATE: Operation = Operation::patch("graph.incidents.update", "/v1.0/security/incidents/{incident_id}").host("graph").summary("Change owner, status, verdict or tags of an incident").inputs(&[Param::path("incident_id").example("1044"),
Param::body("assignedTo").help("Owner, as free text. `null` clears it.").example("ada@contoso.com"),
Param::body("classification").kind(Kind::Enum(&["unknown", "falsePositive", "truePositive", "informationalExpectedActivity"])).help("Verdict on the incident."),
Param::body("determination").kind(Kind::Enum(&["unknown", "apt", "malware", "securityPersonnel", "securityTesting", "unwantedSoftware", "other", "multiStagedAttack", "compromisedAccount", "phishing", "maliciousUserActivity", "notMalicious", "notEnoughDataToValidate", "confirmedActivity", "lineOfBusinessApplication"])).help("Reason for the verdict."),
Param::body("status").kind(Kind::Enum(&["active", "resolved", "inProgress", "redirected"])).help("State of the incident."),
Param::body("customTags").kind(Kind::List).help("Tags of the incident. They replace the present ones."),
Param::body("resolvingComment").help("Comment on the resolution.").example("Ticket 4711"),
Param::body("displayName").help("Name of the incident."),
Param::body("severity").kind(Kind::Enum(&["informational", "low", "medium", "high"])).help("Severity of the incident."),
Param::body("summary").help("Summary of the incident."),
Param::body("description").help("Description of the incident."),
]).body(BodyKind::Json).answer(AnswerKind::Entity).idempotent().permissions(&["SecurityIncident.ReadWrite.All"], &["SecurityIncident.ReadWrite.All"]).target(&Target::new("incident_id", "graph.incidents.get").name(&["displayName"]).shows(&["severity", "status", "assignedTo"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("graph.incidents.update").carried(&["incident_id"]).restored(&[("assignedTo", "assignedTo"), ("classification", "classification"), ("customTags", "customTags"), ("description", "description"), ("determination", "determination"), ("displayName", "displayName"), ("resolvingComment", "resolvingComment"), ("severity", "severity"), ("status", "status"), ("summary", "summary")]))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-incident-update.md");

/// Change owner, status, verdict or tags of an incident.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-incident-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().incidents().update("1044").send().await?;
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
    pub(super) fn new(client: &Client, incident_id: impl Into<Id<Incident>>) -> Self {
        let incident_id: Id<Incident> = incident_id.into();
        let request = Request::new(&UPDATE).set("incident_id", incident_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Owner, as free text. `null` clears it.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Verdict on the incident.
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

    /// State of the incident.
    pub fn status(mut self, status: impl Into<IncidentStatus>) -> Self {
        let status: IncidentStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Tags of the incident. They replace the present ones.
    pub fn custom_tags(mut self, custom_tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request = self.request.set(
            "customTags",
            custom_tags
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// Comment on the resolution.
    pub fn resolving_comment(mut self, resolving_comment: impl Into<String>) -> Self {
        let resolving_comment: String = resolving_comment.into();
        self.request = self.request.set("resolvingComment", resolving_comment);
        self
    }

    /// Name of the incident.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Severity of the incident.
    pub fn severity(mut self, severity: impl Into<AlertSeverity>) -> Self {
        let severity: AlertSeverity = severity.into();
        self.request = self.request.set("severity", severity);
        self
    }

    /// Summary of the incident.
    pub fn summary(mut self, summary: impl Into<String>) -> Self {
        let summary: String = summary.into();
        self.request = self.request.set("summary", summary);
        self
    }

    /// Description of the incident.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
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
    pub async fn send(self) -> Result<Incident> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(UpdateIncident);
