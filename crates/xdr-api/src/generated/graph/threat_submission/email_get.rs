//! `graph.threat_submission.email_get`: Get one email submission.

use http_core::{Client, Id, Request, Result};

use crate::graph::threat_submission::EmailThreatSubmission;

/// Get one email submission.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_submission().email_get("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct EmailGet {
    client: Client,
    request: Request,
}

impl EmailGet {
    pub(super) fn new(
        client: &Client,
        email_threat_id: impl Into<Id<EmailThreatSubmission>>,
    ) -> Self {
        let email_threat_id: Id<EmailThreatSubmission> = email_threat_id.into();
        let request = Request::new(&super::EMAIL_GET).set("email_threat_id", email_threat_id);
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
    pub async fn send(self) -> Result<EmailThreatSubmission> {
        self.client.send(self.request).await
    }
}
