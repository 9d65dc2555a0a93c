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
pub static UPDATE: Operation = Operation::patch("graph.incidents.update", "/v1.0/security/incidents/{incident_id}").host("graph").summary("Change owner, status, verdict or tags of an incident").help("Sample bodies write the enum values in PascalCase and give the type as \
#microsoft.graph.incident: reading must be case tolerant.").inputs(&[Param::path("incident_id"),
Param::body("assignedTo").help("free text; null clears"),
Param::body("classification").kind(Kind::Enum(&["unknown", "falsePositive", "truePositive", "informationalExpectedActivity"])),
Param::body("determination").kind(Kind::Enum(&["unknown", "apt", "malware", "securityPersonnel", "securityTesting", "unwantedSoftware", "other", "multiStagedAttack", "compromisedAccount", "phishing", "maliciousUserActivity", "notMalicious", "notEnoughDataToValidate", "confirmedActivity", "lineOfBusinessApplication"])).help("metadata spelling; the update pages list compromisedUser, clean, \
insufficientData, confirmedUserActivity for the same members"),
Param::body("status").kind(Kind::Enum(&["active", "resolved", "inProgress", "redirected"])).help("page lists active, resolved, redirected; inProgress is in the resource"),
Param::body("customTags").kind(Kind::List).help("replaces the list"),
Param::body("resolvingComment").help("in the metadata, not in the stored page"),
Param::body("displayName").help("in newer versions; not in the stored page"),
Param::body("severity").kind(Kind::Enum(&["informational", "low", "medium", "high"])).help("in newer versions; not in the stored page"),
Param::body("summary").help("in newer versions; not in the stored page"),
Param::body("description").help("in newer versions; not in the stored page"),
]).body(BodyKind::Json).answer(AnswerKind::Entity).idempotent().permissions(&["SecurityIncident.ReadWrite.All"], &["SecurityIncident.ReadWrite.All"]).target(&Target::new("incident_id", "graph.incidents.get").name(&["displayName"]).shows(&["severity", "status", "assignedTo"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("graph.incidents.update").carried(&["incident_id"]).restored(&[("assignedTo", "assignedTo"), ("classification", "classification"), ("customTags", "customTags"), ("description", "description"), ("determination", "determination"), ("displayName", "displayName"), ("resolvingComment", "resolvingComment"), ("severity", "severity"), ("status", "status"), ("summary", "summary")]))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-incident-update.md");

/// Change owner, status, verdict or tags of an incident.
///
/// Sample bodies write the enum values in PascalCase and give the type as
/// #microsoft.graph.incident: reading must be case tolerant.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-incident-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().incidents().update("incident-id").send().await?;
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

    /// Assigned to. Free text; null clears.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Classification.
    pub fn classification(mut self, classification: impl Into<AlertClassification>) -> Self {
        let classification: AlertClassification = classification.into();
        self.request = self.request.set("classification", classification);
        self
    }

    /// Determination. Metadata spelling; the update pages list compromisedUser, clean,
    /// insufficientData, confirmedUserActivity for the same members.
    pub fn determination(mut self, determination: impl Into<AlertDetermination>) -> Self {
        let determination: AlertDetermination = determination.into();
        self.request = self.request.set("determination", determination);
        self
    }

    /// Status. Page lists active, resolved, redirected; inProgress is in the resource.
    pub fn status(mut self, status: impl Into<IncidentStatus>) -> Self {
        let status: IncidentStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Custom tags. Replaces the list.
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

    /// Resolving comment. In the metadata, not in the stored page.
    pub fn resolving_comment(mut self, resolving_comment: impl Into<String>) -> Self {
        let resolving_comment: String = resolving_comment.into();
        self.request = self.request.set("resolvingComment", resolving_comment);
        self
    }

    /// Display name. In newer versions; not in the stored page.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Severity. In newer versions; not in the stored page.
    pub fn severity(mut self, severity: impl Into<AlertSeverity>) -> Self {
        let severity: AlertSeverity = severity.into();
        self.request = self.request.set("severity", severity);
        self
    }

    /// Summary. In newer versions; not in the stored page.
    pub fn summary(mut self, summary: impl Into<String>) -> Self {
        let summary: String = summary.into();
        self.request = self.request.set("summary", summary);
        self
    }

    /// Description. In newer versions; not in the stored page.
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
