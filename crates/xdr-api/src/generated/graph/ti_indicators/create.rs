//! `graph.ti_indicators.create`: Upload one threat indicator.

use http_core::{Client, Request, Result, Timestamp, Value};

use crate::graph::ti_indicators::TiIndicator;
use crate::graph::ti_indicators::TiIndicatorAction;
use crate::graph::ti_indicators::TiIndicatorTlpLevel;

/// Upload one threat indicator.
///
/// 15000 indicators per tenant for Defender. Superseded first by Sentinel upload and the
/// Defender for Endpoint indicator API.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicators-post.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().ti_indicators().create().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateTiIndicator {
    client: Client,
    request: Request,
}

impl CreateTiIndicator {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&super::CREATE);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Action. Required.
    pub fn action(mut self, action: impl Into<TiIndicatorAction>) -> Self {
        self.request = self.request.set("action", action.into());
        self
    }

    /// 100 characters or less; required for Sentinel. Required.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.request = self.request.set("description", description.into());
        self
    }

    /// Expiration date time. Required.
    pub fn expiration_date_time(mut self, expiration_date_time: impl Into<Timestamp>) -> Self {
        self.request = self
            .request
            .set("expirationDateTime", expiration_date_time.into());
        self
    }

    /// Target product. Required.
    pub fn target_product(mut self, target_product: impl Into<String>) -> Self {
        self.request = self.request.set("targetProduct", target_product.into());
        self
    }

    /// Threat type. Required.
    pub fn threat_type(mut self, threat_type: impl Into<String>) -> Self {
        self.request = self.request.set("threatType", threat_type.into());
        self
    }

    /// Required for Sentinel. Required.
    pub fn tlp_level(mut self, tlp_level: impl Into<TiIndicatorTlpLevel>) -> Self {
        self.request = self.request.set("tlpLevel", tlp_level.into());
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

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<TiIndicator> {
        self.client.send(self.request).await
    }
}
