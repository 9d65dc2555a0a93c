//! `graph.threat_submission.policy_delete`: Delete the user-reporting policy.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Status, Target,
};

use crate::graph::threat_submission::EmailThreatSubmissionPolicy;

/// `graph.threat_submission.policy_delete`: Delete the user-reporting policy. Status: preview.
pub static POLICY_DELETE: Operation = Operation::delete("graph.threat_submission.policy_delete", "/beta/security/threatSubmission/emailThreatSubmissionPolicies/{policy_id}").host("graph").summary("Delete the user-reporting policy").status(Status::Preview).inputs(&[Param::path("policy_id").example("60103560-6871-4edb-9ead-7e06f565f341"),
]).permissions(&["ThreatSubmissionPolicy.ReadWrite.All"], &["ThreatSubmissionPolicy.ReadWrite.All"]).target(&Target::new("policy_id", "graph.threat_submission.policy_get").shows(&["isReportToMicrosoftEnabled"])).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-delete.md");

/// Delete the user-reporting policy.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-delete.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().threat_submission().policy_delete("60103560-6871-4edb-9ead-7e06f565f341").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct PolicyDelete {
    client: Client,
    request: Request,
}

impl PolicyDelete {
    pub(super) fn new(
        client: &Client,
        policy_id: impl Into<Id<EmailThreatSubmissionPolicy>>,
    ) -> Self {
        let policy_id: Id<EmailThreatSubmissionPolicy> = policy_id.into();
        let request = Request::new(&POLICY_DELETE).set("policy_id", policy_id);
        Self {
            client: client.clone(),
            request,
        }
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

http_core::call_options!(PolicyDelete);
