//! `xdr.advanced_hunting.run`: Run a KQL hunting query.

use http_core::{Client, Request, Result};

use crate::advanced_hunting::XdrHuntingResponse;

/// Run a KQL hunting query.
///
/// 45 a minute is the floor, large tenants get more. Cut off after 3 minutes. Body key is
/// capital Query, response keys are capital Stats, Schema, Results. Replaced by
/// graph.hunting.run.
///
/// A POST that only reads or sets the same mark again: it may be repeated.
///
/// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-advanced-hunting.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.advanced_hunting().run("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RunAdvancedHunting {
    client: Client,
    request: Request,
}

impl RunAdvancedHunting {
    pub(super) fn new(client: &Client, query: impl Into<String>) -> Self {
        let query: String = query.into();
        let request = Request::new(&super::RUN).set("Query", query);
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
    pub async fn send(self) -> Result<XdrHuntingResponse> {
        self.client.send(self.request).await
    }
}
