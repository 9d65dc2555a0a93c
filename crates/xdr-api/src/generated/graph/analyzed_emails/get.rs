//! `graph.analyzed_emails.get`: Get one analysed email.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::analyzed_emails::AnalyzedEmail;

/// `graph.analyzed_emails.get`: Get one analysed email.
pub static GET: Operation = Operation::get(
    "graph.analyzed_emails.get",
    "/v1.0/security/collaboration/analyzedEmails/{analyzed_email_id}",
)
.host("graph")
.summary("Get one analysed email")
.inputs(&[Param::path("analyzed_email_id").example("f72cbdc5-22c1-45f2-8c4a-737535440378")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &[
        "SecurityAnalyzedMessage.Read.All",
        "SecurityAnalyzedMessage.ReadWrite.All",
    ],
    &[],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get one analysed email.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().analyzed_emails().get("f72cbdc5-22c1-45f2-8c4a-737535440378").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetAnalyzedEmail {
    client: Client,
    request: Request,
}

impl GetAnalyzedEmail {
    pub(super) fn new(client: &Client, analyzed_email_id: impl Into<Id<AnalyzedEmail>>) -> Self {
        let analyzed_email_id: Id<AnalyzedEmail> = analyzed_email_id.into();
        let request = Request::new(&GET).set("analyzed_email_id", analyzed_email_id);
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
    pub async fn send(self) -> Result<AnalyzedEmail> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetAnalyzedEmail);
