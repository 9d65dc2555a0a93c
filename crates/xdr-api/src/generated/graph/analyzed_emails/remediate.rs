//! `graph.analyzed_emails.remediate`: Move or delete delivered emails.

use http_core::{
    BodyKind, Client, Completion, Effect, EffectKind, Kind, Operation, Param, Request, Result,
    Value,
};

use crate::graph::analyzed_emails::AnalyzedEmailAction;
use crate::graph::analyzed_emails::AnalyzedEmailSeverity;

/// `graph.analyzed_emails.remediate`: Move or delete delivered emails.
pub static REMEDIATE: Operation = Operation::post("graph.analyzed_emails.remediate", "/v1.0/security/collaboration/analyzedEmails/remediate").host("graph").summary("Move or delete delivered emails").inputs(&[Param::body("displayName").required().help("Name of the remediation.").example("Ticket 4711"),
Param::body("description").required().help("Why the emails are acted on.").example("Phishing reported by a user"),
Param::body("severity").kind(Kind::Enum(&["low", "medium", "high"])).required().help("Severity of the remediation."),
Param::body("action").kind(Kind::Enum(&["moveToJunk", "moveToInbox", "hardDelete", "softDelete", "moveToDeletedItems", "moveToQuarantine"])).required().help("Where the emails go. `moveToQuarantine` is not supported yet."),
Param::body("remediateSendersCopy").kind(Kind::Bool).required().help("Whether to act on the sender's copy as well."),
Param::body("analyzedEmails").kind(Kind::Json).required().help("Emails to act on, each by `networkMessageId` and `recipientEmailAddress`.").example(concat!("[{\"networkMessageId\":\"dd0078c5-8bad-4536-8b4a-871bab55df61\",", "\"recipientEmailAddress\":\"bruno.novak@contoso.com\"}]")),
]).body(BodyKind::Json).permissions(&["SecurityAnalyzedMessage.ReadWrite.All"], &[]).completion(&Completion::unseen("No operation shows how it ends; the action center of the portal does.")).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-analyzedemail-remediate.md");

/// Move or delete delivered emails.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-analyzedemail-remediate.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().analyzed_emails().remediate().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RemediateAnalyzedEmail {
    client: Client,
    request: Request,
}

impl RemediateAnalyzedEmail {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&REMEDIATE);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Name of the remediation. Required.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Why the emails are acted on. Required.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// Severity of the remediation. Required.
    pub fn severity(mut self, severity: impl Into<AnalyzedEmailSeverity>) -> Self {
        let severity: AnalyzedEmailSeverity = severity.into();
        self.request = self.request.set("severity", severity);
        self
    }

    /// Where the emails go. `moveToQuarantine` is not supported yet. Required.
    pub fn action(mut self, action: impl Into<AnalyzedEmailAction>) -> Self {
        let action: AnalyzedEmailAction = action.into();
        self.request = self.request.set("action", action);
        self
    }

    /// Whether to act on the sender's copy as well. Required.
    pub fn remediate_senders_copy(mut self, remediate_senders_copy: bool) -> Self {
        self.request = self
            .request
            .set("remediateSendersCopy", remediate_senders_copy);
        self
    }

    /// Emails to act on, each by `networkMessageId` and `recipientEmailAddress`. Required.
    pub fn analyzed_emails(
        mut self,
        analyzed_emails: impl IntoIterator<Item = impl Into<Value>>,
    ) -> Self {
        self.request = self.request.set(
            "analyzedEmails",
            analyzed_emails
                .into_iter()
                .map(Into::into)
                .collect::<Vec<Value>>(),
        );
        self
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

http_core::call_options!(RemediateAnalyzedEmail);
