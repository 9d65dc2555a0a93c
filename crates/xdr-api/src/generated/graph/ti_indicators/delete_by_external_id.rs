//! `graph.ti_indicators.delete_by_external_id`: Delete indicators by external id.

use http_core::{Client, Request, Result, Value};

/// Delete indicators by external id.
///
/// The shape is not documented: typed as open JSON.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-deletetiindicatorsbyexternalid.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().ti_indicators().delete_by_external_id(["text"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteTiIndicatorByExternalId {
    client: Client,
    request: Request,
}

impl DeleteTiIndicatorByExternalId {
    pub(super) fn new(client: &Client, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let request = Request::new(&super::DELETE_BY_EXTERNAL_ID).set(
            "value",
            value.into_iter().map(Into::into).collect::<Vec<String>>(),
        );
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
