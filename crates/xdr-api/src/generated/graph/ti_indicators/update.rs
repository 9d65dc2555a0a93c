//! `graph.ti_indicators.update`: Change one threat indicator.

use http_core::{Client, Id, Request, Result, Timestamp, Value};

use crate::graph::ti_indicators::TiIndicator;

/// Change one threat indicator.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().ti_indicators().update("text", "2026-01-31T09:30:00Z", "text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateTiIndicator {
    client: Client,
    request: Request,
}

impl UpdateTiIndicator {
    pub(super) fn new(
        client: &Client,
        ti_indicator_id: impl Into<Id<TiIndicator>>,
        expiration_date_time: impl Into<Timestamp>,
        target_product: impl Into<String>,
    ) -> Self {
        let ti_indicator_id: Id<TiIndicator> = ti_indicator_id.into();
        let expiration_date_time: Timestamp = expiration_date_time.into();
        let target_product: String = target_product.into();
        let request = Request::new(&super::UPDATE)
            .set("ti_indicator_id", ti_indicator_id)
            .set("expirationDateTime", expiration_date_time)
            .set("targetProduct", target_product);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// 0 to 5.
    pub fn severity(mut self, severity: u32) -> Self {
        self.request = self.request.set("severity", severity);
        self
    }

    /// Description.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// Sets a member of the body that no page lists.
    pub fn member(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.request = self.request.set_open(name, value);
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
