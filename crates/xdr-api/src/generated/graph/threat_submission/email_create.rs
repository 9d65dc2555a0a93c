//! `graph.threat_submission.email_create`: Submit an email.

use http_core::{
    AnswerKind, BodyKind, Checks, Client, Completion, Effect, EffectKind, Kind, Operation, Param,
    Pause, Request, Result, Started, Status,
};

use crate::graph::threat_submission::EmailThreatSubmission;
use crate::graph::threat_submission::TenantAllowOrBlockListAction;
use crate::graph::threat_submission::ThreatSubmissionCategory;

/// `graph.threat_submission.email_create`: Submit an email. Status: preview.
pub static EMAIL_CREATE: Operation = Operation::post("graph.threat_submission.email_create", "/beta/security/threatSubmission/emailThreats").host("graph").summary("Submit an email").status(Status::Preview).inputs(&[Param::body("@odata.type").required().help("Whether the email is named by its message URL or sent as content.").example("#microsoft.graph.security.emailUrlThreatSubmission"),
Param::body("category").kind(Kind::Enum(&["notJunk", "spam", "phishing", "malware"])).required().help("What the email is reported as."),
Param::body("recipientEmailAddress").required().help("Recipient whose policies are used.").example("ada@contoso.com"),
Param::body("messageUrl").help("URL of the email in Microsoft Graph.").example(concat!("https://graph.microsoft.com/v1.0/users/ada@contoso.com/messa", "ges/AAMkAD")),
Param::body("fileContent").help("Content of the email in base64, where it is sent as content."),
Param::body("tenantAllowOrBlockListAction").kind(Kind::Json).checks(&Checks::new().until(&["expirationDateTime"])).help("Entry of the tenant allow or block list to add, as JSON.").words(&[("action", &["allow", "block", "unknownFutureValue"]), ("results/entryType", &["fileHash", "recipient", "sender", "url", "unknownFutureValue"]), ("results/status", &["failed", "notStarted", "running", "skipped", "succeeded", "unknownFutureValue"])]).example("{\"action\":\"block\",\"note\":\"Ticket 4711\"}"),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.ReadWrite", "ThreatSubmission.ReadWrite.All"]).completion(&Completion::new(&crate::graph::threat_submission::EMAIL_GET, ("email_threat_id", "id"), "status").open(&["notStarted", "running"]).succeeded(&["succeeded"]).failed(&["failed"]).pause(Pause::seconds(5, 60)).note("The state `skipped` counts as open: the vendor does not document whether \
it is final.")).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-post-emailthreats.md");

/// Submit an email.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-post-emailthreats.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.graph().threat_submission().email_create("#microsoft.graph.security.emailUrlThreatSubmission", "word", "ada@contoso.com").begin().await?;
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

    /// URL of the email in Microsoft Graph.
    pub fn message_url(mut self, message_url: impl Into<String>) -> Self {
        let message_url: String = message_url.into();
        self.request = self.request.set("messageUrl", message_url);
        self
    }

    /// Content of the email in base64, where it is sent as content.
    pub fn file_content(mut self, file_content: impl Into<String>) -> Self {
        let file_content: String = file_content.into();
        self.request = self.request.set("fileContent", file_content);
        self
    }

    /// Entry of the tenant allow or block list to add, as JSON.
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

http_core::call_options!(EmailCreate);
