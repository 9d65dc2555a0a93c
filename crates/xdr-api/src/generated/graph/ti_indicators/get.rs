//! `graph.ti_indicators.get`: Get one threat indicator.

use http_core::{
    AnswerKind, Client, Header, Id, Operation, Param, RateLimit, Request, Result, Status,
};

use crate::graph::ti_indicators::TiIndicator;

/// `graph.ti_indicators.get`: Get one threat indicator. Status: legacy.
pub static GET: Operation = Operation::get(
    "graph.ti_indicators.get",
    "/beta/security/tiIndicators/{ti_indicator_id}",
)
.host("graph")
.summary("Get one threat indicator")
.status(Status::Legacy)
.replaced_by(&["mde.indicators.get"])
.inputs(&[Param::path("ti_indicator_id").example("ec5e65ab-7795-4081-9770-4ea4af9680cd")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(1000)])
.limit_class("graph.ti_indicators")
.permissions(
    &["ThreatIndicators.ReadWrite.OwnedBy"],
    &["ThreatIndicators.ReadWrite.OwnedBy"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-get.md");

/// Get one threat indicator.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().ti_indicators().get("ec5e65ab-7795-4081-9770-4ea4af9680cd").send().await?;
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
        let request = Request::new(&GET).set("ti_indicator_id", ti_indicator_id);
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

http_core::call_options!(GetTiIndicator);
