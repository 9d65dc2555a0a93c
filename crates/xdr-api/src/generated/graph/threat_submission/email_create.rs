//! `graph.threat_submission.email_create`: Submit an email.

use http_core::{
    AnswerKind, BodyKind, Checks, Client, Completion, Effect, EffectKind, Kind, Operation, Param,
    Pause, Request, Result, Started, Status,
};

use crate::graph::threat_submission::EmailThreatSubmission;
use crate::graph::threat_submission::TenantAllowOrBlockListAction;
use crate::graph::threat_submission::ThreatSubmissionCategory;

/// `graph.threat_submission.email_create`: Submit an email. Status: preview.
pub static EMAIL_CREATE: Operation = Operation::post("graph.threat_submission.email_create", "/beta/security/threatSubmission/emailThreats").host("graph").summary("Submit an email").status(Status::Preview).inputs(&[Param::body("@odata.type").required().help("samples leave out the security part"),
Param::body("category").kind(Kind::Enum(&["notJunk", "spam", "phishing", "malware"])).required().help("samples write notSpam"),
Param::body("recipientEmailAddress").required(),
Param::body("messageUrl").help("for the url type"),
Param::body("fileContent").help("base64, for the content type"),
Param::body("tenantAllowOrBlockListAction").kind(Kind::Json).checks(&Checks::new().until(&["expirationDateTime"])).words(&[("action", &["allow", "block", "unknownFutureValue"]), ("results/entryType", &["fileHash", "recipient", "sender", "url", "unknownFutureValue"]), ("results/status", &["failed", "notStarted", "running", "skipped", "succeeded", "unknownFutureValue"])]).example("{\"action\":\"block\",\"note\":\"Ticket 4711\"}"),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.ReadWrite", "ThreatSubmission.ReadWrite.All"]).completion(&Completion::new(&crate::graph::threat_submission::EMAIL_GET, ("email_threat_id", "id"), "status").open(&["notStarted", "running"]).succeeded(&["succeeded"]).failed(&["failed"]).pause(Pause::seconds(5, 60)).note("no page says whether skipped is an end: it is waited out")).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-post-emailthreats.md");

/// Submit an email.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-post-emailthreats.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.graph().threat_submission().email_create("odata-type", "word", "recipient-email-address").begin().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct EmailCreate {
    client: Client,
    request: Request,
}

impl EmailCreate {
    pub(super) fn new(
        client: &Client,
        odata_type: impl Into<String>,
        category: impl Into<ThreatSubmissionCategory>,
        recipient_email_address: impl Into<String>,
    ) -> Self {
        let odata_type: String = odata_type.into();
        let category: ThreatSubmissionCategory = category.into();
        let recipient_email_address: String = recipient_email_address.into();
        let request = Request::new(&EMAIL_CREATE)
            .set("@odata.type", odata_type)
            .set("category", category)
            .set("recipientEmailAddress", recipient_email_address);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Message url. For the url type.
    pub fn message_url(mut self, message_url: impl Into<String>) -> Self {
        let message_url: String = message_url.into();
        self.request = self.request.set("messageUrl", message_url);
        self
    }

    /// File content. Base64, for the content type.
    pub fn file_content(mut self, file_content: impl Into<String>) -> Self {
        let file_content: String = file_content.into();
        self.request = self.request.set("fileContent", file_content);
        self
    }

    /// Tenant allow or block list action.
    pub fn tenant_allow_or_block_list_action(
        mut self,
        tenant_allow_or_block_list_action: &TenantAllowOrBlockListAction,
    ) -> Self {
        self.request = self.request.set_json(
            "tenantAllowOrBlockListAction",
            tenant_allow_or_block_list_action,
        );
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
    pub async fn send(self) -> Result<EmailThreatSubmission> {
        self.client.send(self.request).await
    }

    /// Starts the action.
    /// [`wait`](Started::wait) follows it to its end.
    ///
    /// # Errors
    /// See [`Client::begin`](http_core::Client::begin).
    pub async fn begin(self) -> Result<Started<EmailThreatSubmission>> {
        self.client.begin(self.request).await
    }
}
