//! `graph.legacy_alerts.get`: Get one first-generation alert.

use http_core::{
    AnswerKind, Client, Header, Id, Operation, Param, RateLimit, Request, Result, Status,
};

use crate::graph::legacy_alerts::LegacyAlert;

/// `graph.legacy_alerts.get`: Get one first-generation alert. Status: legacy.
pub static GET: Operation = Operation::get(
    "graph.legacy_alerts.get",
    "/v1.0/security/alerts/{alert_id}",
)
.host("graph")
.summary("Get one first-generation alert")
.help("The service has returned no data since 15 October 2026.")
.status(Status::Legacy)
.replaced_by(&["graph.alerts.get"])
.inputs(&[Param::path("alert_id").example("ba911be7-f0d5-4f30-a8f9-53d7050d38be")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.legacy_alerts")
.permissions(
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
)
.retired(
    "the service has returned no data since 2026-10-15. Use graph.alerts.get \
(/v1.0/security/alerts_v2/ID). The id is that of alerts_v2; older ids are \
not found there. The permission is SecurityAlert.Read.All",
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/alert-get.md");

/// Get one first-generation alert.
///
/// The service has returned no data since 15 October 2026.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/alert-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().legacy_alerts().get("ba911be7-f0d5-4f30-a8f9-53d7050d38be").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetLegacyAlert {
    client: Client,
    request: Request,
}

impl GetLegacyAlert {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<LegacyAlert>>) -> Self {
        let alert_id: Id<LegacyAlert> = alert_id.into();
        let request = Request::new(&GET).set("alert_id", alert_id);
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
    pub async fn send(self) -> Result<LegacyAlert> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetLegacyAlert);
