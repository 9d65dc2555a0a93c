//! `graph.health_issues.update`: Open, close or suppress a health issue.

use http_core::{Client, Id, Request, Result};

use crate::graph::health_issues::HealthIssue;
use crate::graph::health_issues::HealthIssueStatus;

/// Open, close or suppress a health issue.
///
/// Global cloud only.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-healthissue-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().health_issues().update("text", "word").send().await?;
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
        let request = Request::new(&super::UPDATE)
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
