//! `mde.software.get`: Get one software by its id.

use http_core::{AnswerKind, Client, Id, Operation, Param, Request, Result};

use crate::software::Software;

/// `mde.software.get`: Get one software by its id.
pub static GET: Operation = Operation::get("mde.software.get", "/api/Software/{software_id}")
    .host("mde")
    .summary("Get one software by its id")
    .help("The id is vendor, `-_-` and name, such as `microsoft-_-edge`.")
    .inputs(&[Param::path("software_id").example("microsoft-_-edge")])
    .answer(AnswerKind::Entity)
    .permissions(&["Software.Read.All"], &["Software.Read"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-software-by-id.md");

/// Get one software by its id.
///
/// The id is vendor, `-_-` and name, such as `microsoft-_-edge`.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-software-by-id.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.software().get("microsoft-_-edge").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetSoftware {
    client: Client,
    request: Request,
}

impl GetSoftware {
    pub(super) fn new(client: &Client, software_id: impl Into<Id<Software>>) -> Self {
        let software_id: Id<Software> = software_id.into();
        let request = Request::new(&GET).set("software_id", software_id);
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
    pub async fn send(self) -> Result<Software> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetSoftware);
