//! `graph.alerts.get`: Get one alert.

use http_core::{
    AnswerKind, Client, Enrichment, Header, Id, Operation, Param, RateLimit, Request, Result,
};

use crate::graph::alerts::Alert;

/// `graph.alerts.get`: Get one alert.
pub static GET: Operation = Operation::get(
    "graph.alerts.get",
    "/v1.0/security/alerts_v2/{alert_id}",
)
.host("graph")
.summary("Get one alert")
.inputs(&[Param::path("alert_id").example("da638520395183410110_-1281741616")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.alerts")
.permissions(
    &["SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All"],
    &["SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All"],
)
.enrichment(
    &Enrichment::new(
        "mde.alerts.list",
        ("id", "providerAlertId"),
        "endpointAlert",
    )
    .options(&[("$expand", "evidence")])
    .only("serviceSource", "microsoftDefenderForEndpoint"),
)
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/security-alert.md",
);

/// Get one alert.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/security-alert.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().alerts().get("da638520395183410110_-1281741616").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetAlert {
    client: Client,
    request: Request,
}

impl GetAlert {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<Alert>>) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
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
    pub async fn send(self) -> Result<Alert> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetAlert);
