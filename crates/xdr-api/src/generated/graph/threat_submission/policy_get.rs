//! `graph.threat_submission.policy_get`: Get one user-reporting policy.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result, Status};

use crate::graph::threat_submission::EmailThreatSubmissionPolicy;

/// `graph.threat_submission.policy_get`: Get one user-reporting policy. Status: preview.
pub static POLICY_GET: Operation = Operation::get("graph.threat_submission.policy_get", "/beta/security/threatSubmission/emailThreatSubmissionPolicies/{policy_id}").host("graph").summary("Get one user-reporting policy").status(Status::Preview).inputs(&[Param::path("policy_id").example("60103560-6871-4edb-9ead-7e06f565f341"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["ThreatSubmission.Read.All", "ThreatSubmissionPolicy.ReadWrite.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmissionPolicy.ReadWrite.All", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-get.md");

/// Get one user-reporting policy.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_submission().policy_get("60103560-6871-4edb-9ead-7e06f565f341").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct PolicyGet {
    client: Client,
    request: Request,
}

impl PolicyGet {
    pub(super) fn new(
        client: &Client,
        policy_id: impl Into<Id<EmailThreatSubmissionPolicy>>,
    ) -> Self {
        let policy_id: Id<EmailThreatSubmissionPolicy> = policy_id.into();
        let request = Request::new(&POLICY_GET).set("policy_id", policy_id);
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
    pub async fn send(self) -> Result<EmailThreatSubmissionPolicy> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(PolicyGet);
