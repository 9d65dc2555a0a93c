//! `mde.investigations.get`: Get one automated investigation.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::investigations::Investigation;

/// `mde.investigations.get`: Get one automated investigation.
pub static GET: Operation = Operation::get(
    "mde.investigations.get",
    "/api/investigations/{investigation_id}",
)
.host("mde")
.summary("Get one automated investigation")
.help("Takes the id of the investigation or of the alert that triggered it.")
.inputs(&[Param::path("investigation_id").example("5175")])
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Alert.Read.All", "Alert.ReadWrite.All"],
    &["Alert.Read", "Alert.ReadWrite"],
)
.role("View Data")
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-investigation-object.md");

/// Get one automated investigation.
///
/// Takes the id of the investigation or of the alert that triggered it.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-investigation-object.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.investigations().get("5175").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetInvestigation {
    client: Client,
    request: Request,
}

impl GetInvestigation {
    pub(super) fn new(client: &Client, investigation_id: impl Into<Id<Investigation>>) -> Self {
        let investigation_id: Id<Investigation> = investigation_id.into();
        let request = Request::new(&GET).set("investigation_id", investigation_id);
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
    pub async fn send(self) -> Result<Investigation> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetInvestigation);
