//! `mde.software.get`: Get one software by its id.

use http_core::{Client, Id, Request, Result};

use crate::software::Software;

/// Get one software by its id.
///
/// The id is vendor, "`-_-`", name (`microsoft-_-edge).` Percent-encode it: names may hold
/// characters such as the registered sign, "+" or "#". The page carries the generic pre-release
/// banner.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-software-by-id.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.software().get("text").send().await?;
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
        let request = Request::new(&super::GET).set("software_id", software_id);
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
