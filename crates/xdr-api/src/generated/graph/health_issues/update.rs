//! `graph.health_issues.update`: Open, close or suppress a health issue.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result,
    Target, Undo,
};

use crate::graph::health_issues::HealthIssue;
use crate::graph::health_issues::HealthIssueStatus;

/// `graph.health_issues.update`: Open, close or suppress a health issue.
pub static UPDATE: Operation = Operation::patch("graph.health_issues.update", "/v1.0/security/identities/healthIssues/{health_issue_id}").host("graph").summary("Open, close or suppress a health issue").help("Available in the global cloud only.").inputs(&[Param::path("health_issue_id").example("08d6f197-4bcb-43cd-9059-c6e1ffa12741"),
Param::body("status").kind(Kind::Enum(&["open", "closed", "suppressed"])).required().help("State of the health issue."),
]).body(BodyKind::Json).answer(AnswerKind::Entity).idempotent().permissions(&["SecurityIdentitiesHealth.ReadWrite.All"], &["SecurityIdentitiesHealth.ReadWrite.All"]).target(&Target::new("health_issue_id", "graph.health_issues.get").name(&["displayName"]).shows(&["severity", "status"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("graph.health_issues.update").carried(&["health_issue_id"]).restored(&[("status", "status")]))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-healthissue-update.md");

/// Open, close or suppress a health issue.
///
/// Available in the global cloud only.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-healthissue-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().health_issues().update("08d6f197-4bcb-43cd-9059-c6e1ffa12741", "word").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateHealthIssue {
    client: Client,
    request: Request,
}

impl UpdateHealthIssue {
    pub(super) fn new(
        client: &Client,
        health_issue_id: impl Into<Id<HealthIssue>>,
        status: impl Into<HealthIssueStatus>,
    ) -> Self {
        let health_issue_id: Id<HealthIssue> = health_issue_id.into();
        let status: HealthIssueStatus = status.into();
        let request = Request::new(&UPDATE)
            .set("health_issue_id", health_issue_id)
            .set("status", status);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<HealthIssue> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(UpdateHealthIssue);
