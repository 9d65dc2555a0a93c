//! `graph.threat_submission.email_get`: Get one email submission.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result, Status};

use crate::graph::threat_submission::EmailThreatSubmission;

/// `graph.threat_submission.email_get`: Get one email submission. Status: preview.
pub static EMAIL_GET: Operation = Operation::get("graph.threat_submission.email_get", "/beta/security/threatSubmission/emailThreats/{email_threat_id}").host("graph").summary("Get one email submission").status(Status::Preview).inputs(&[Param::path("email_threat_id").example("8cf210fd-a229-4c63-a554-d2baf26d13b4"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.Read", "ThreatSubmission.ReadWrite", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-get.md");

/// Get one email submission.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_submission().email_get("8cf210fd-a229-4c63-a554-d2baf26d13b4").send().await?;
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
        let request = Request::new(&EMAIL_GET).set("email_threat_id", email_threat_id);
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

http_core::call_options!(EmailGet);
