//! `graph.ti_indicators.delete`: Delete one threat indicator.

use http_core::{Client, Id, Request, Result};

use crate::graph::ti_indicators::TiIndicator;

/// Delete one threat indicator.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-delete.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().ti_indicators().delete("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteTiIndicator {
    client: Client,
    request: Request,
}

impl DeleteTiIndicator {
    pub(super) fn new(client: &Client, ti_indicator_id: impl Into<Id<TiIndicator>>) -> Self {
        let ti_indicator_id: Id<TiIndicator> = ti_indicator_id.into();
        let request = Request::new(&super::DELETE).set("ti_indicator_id", ti_indicator_id);
        Self {
            client: client.clone(),
            request,
        }
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
