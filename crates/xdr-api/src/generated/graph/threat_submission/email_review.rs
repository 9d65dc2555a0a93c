//! `graph.threat_submission.email_review`: Set the verdict on a submission by a user.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Status, Target,
};

use crate::graph::threat_submission::EmailThreatSubmission;

/// `graph.threat_submission.email_review`: Set the verdict on a submission by a user. Status:
/// preview.
pub static EMAIL_REVIEW: Operation = Operation::post("graph.threat_submission.email_review", "/beta/security/threatSubmission/emailThreats/{email_threat_id}/review").host("graph").summary("Set the verdict on a submission by a user").help("Works only on submissions by end users.").status(Status::Preview).inputs(&[Param::path("email_threat_id").example("8cf210fd-a229-4c63-a554-d2baf26d13b4"),
Param::body("category").required().help("Verdict on the email.").example("phishing"),
]).body(BodyKind::Json).permissions(&["ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.ReadWrite.All"]).target(&Target::new("email_threat_id", "graph.threat_submission.email_get").name(&["subject"]).shows(&["sender", "status"])).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-review.md");

/// Set the verdict on a submission by a user.
///
/// Works only on submissions by end users.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-review.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().threat_submission().email_review("8cf210fd-a229-4c63-a554-d2baf26d13b4", "phishing").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct EmailReview {
    client: Client,
    request: Request,
}

impl EmailReview {
    pub(super) fn new(
        client: &Client,
        email_threat_id: impl Into<Id<EmailThreatSubmission>>,
        category: impl Into<String>,
    ) -> Self {
        let email_threat_id: Id<EmailThreatSubmission> = email_threat_id.into();
        let category: String = category.into();
        let request = Request::new(&EMAIL_REVIEW)
            .set("email_threat_id", email_threat_id)
            .set("category", category);
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

http_core::call_options!(EmailReview);
