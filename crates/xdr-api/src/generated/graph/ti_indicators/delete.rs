//! `graph.ti_indicators.delete`: Delete one threat indicator.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, RateLimit, Request, Result, Status, Target,
};

use crate::graph::ti_indicators::TiIndicator;

/// `graph.ti_indicators.delete`: Delete one threat indicator. Status: legacy.
pub static DELETE: Operation = Operation::delete(
    "graph.ti_indicators.delete",
    "/beta/security/tiIndicators/{ti_indicator_id}",
)
.host("graph")
.summary("Delete one threat indicator")
.status(Status::Legacy)
.replaced_by(&["mde.indicators.delete"])
.inputs(&[Param::path("ti_indicator_id").example("ec5e65ab-7795-4081-9770-4ea4af9680cd")])
.limits(&[RateLimit::per_minute(1000)])
.limit_class("graph.ti_indicators")
.permissions(
    &["ThreatIndicators.ReadWrite.OwnedBy"],
    &["ThreatIndicators.ReadWrite.OwnedBy"],
)
.target(
    &Target::new("ti_indicator_id", "graph.ti_indicators.get")
        .name(&["description"])
        .shows(&["action", "targetProduct", "expirationDateTime"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-delete.md");

/// Delete one threat indicator.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-delete.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().ti_indicators().delete("ec5e65ab-7795-4081-9770-4ea4af9680cd").send().await?;
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
        let request = Request::new(&DELETE).set("ti_indicator_id", ti_indicator_id);
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

http_core::call_options!(DeleteTiIndicator);
