//! `graph.ti_indicators.get`: Get one threat indicator.

use http_core::{Client, Id, Request, Result};

use crate::graph::ti_indicators::TiIndicator;

/// Get one threat indicator.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().ti_indicators().get("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetTiIndicator {
    client: Client,
    request: Request,
}

impl GetTiIndicator {
    pub(super) fn new(client: &Client, ti_indicator_id: impl Into<Id<TiIndicator>>) -> Self {
        let ti_indicator_id: Id<TiIndicator> = ti_indicator_id.into();
        let request = Request::new(&super::GET).set("ti_indicator_id", ti_indicator_id);
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
    pub async fn send(self) -> Result<TiIndicator> {
        self.client.send(self.request).await
    }
}
