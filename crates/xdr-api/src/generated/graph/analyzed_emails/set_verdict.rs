//! `graph.analyzed_emails.set_verdict`: Set a verdict on analysed emails.

use http_core::{
    AnswerKind, Client, Effect, EffectKind, Operation, Request, Result, Status, Value,
};

/// `graph.analyzed_emails.set_verdict`: Set a verdict on analysed emails. Status: preview.
pub static SET_VERDICT: Operation = Operation::post(
    "graph.analyzed_emails.set_verdict",
    "/beta/security/collaboration/analyzedEmails/setVerdict",
)
.host("graph")
.summary("Set a verdict on analysed emails")
.help(
    "Unconfirmed: the permission list of Microsoft Graph names this call, no \
page or SDK has it. The members of the body are not documented.",
)
.status(Status::Preview)
.answer(AnswerKind::Object)
.permissions(&["SecurityAnalyzedMessage.ReadWrite.All"], &[])
.effect(Effect::new(EffectKind::Irreversible))
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Set a verdict on analysed emails.
///
/// Unconfirmed: the permission list of Microsoft Graph names this call, no page or SDK has it.
/// The members of the body are not documented.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().analyzed_emails().set_verdict().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SetVerdict {
    client: Client,
    request: Request,
}

impl SetVerdict {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&SET_VERDICT);
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
    pub async fn send(self) -> Result<Value> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(SetVerdict);
