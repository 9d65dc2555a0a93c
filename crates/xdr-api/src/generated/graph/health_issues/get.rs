//! `graph.health_issues.get`: Get one health issue.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::health_issues::HealthIssue;

/// `graph.health_issues.get`: Get one health issue.
pub static GET: Operation = Operation::get(
    "graph.health_issues.get",
    "/v1.0/security/identities/healthIssues/{health_issue_id}",
)
.host("graph")
.summary("Get one health issue")
.inputs(&[Param::path("health_issue_id").example("08d6f197-4bcb-43cd-9059-c6e1ffa12741")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &[
        "SecurityIdentitiesHealth.Read.All",
        "SecurityIdentitiesHealth.ReadWrite.All",
    ],
    &[
        "SecurityIdentitiesHealth.Read.All",
        "SecurityIdentitiesHealth.ReadWrite.All",
    ],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get one health issue.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().health_issues().get("08d6f197-4bcb-43cd-9059-c6e1ffa12741").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetHealthIssue {
    client: Client,
    request: Request,
}

impl GetHealthIssue {
    pub(super) fn new(client: &Client, health_issue_id: impl Into<Id<HealthIssue>>) -> Self {
        let health_issue_id: Id<HealthIssue> = health_issue_id.into();
        let request = Request::new(&GET).set("health_issue_id", health_issue_id);
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

http_core::call_options!(GetHealthIssue);
