//! `mdca.alerts.get`: Get one alert.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::alerts::Alert;

/// `mdca.alerts.get`: Get one alert.
pub static GET: Operation = Operation::get("mdca.alerts.get", "/api/v1/alerts/{alert_id}/")
    .host("mdca_portal")
    .summary("Get one alert")
    .inputs(&[Param::path("alert_id").example("55362c58eb0433ae7e52c422")])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &[
            "investigation.read",
            "discovery.read",
            "investigation.manage",
            "discovery.manage",
        ],
        &[
            "investigation.read",
            "discovery.read",
            "investigation.manage",
            "discovery.manage",
        ],
    )
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-fetch.md");

/// Get one alert.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-fetch.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.alerts().get("55362c58eb0433ae7e52c422").send().await?;
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
