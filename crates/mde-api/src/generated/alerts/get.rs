//! `mde.alerts.get`: Get one alert.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::alerts::Alert;

/// `mde.alerts.get`: Get one alert.
pub static GET: Operation = Operation::get("mde.alerts.get", "/api/alerts/{alert_id}")
    .host("mde")
    .summary("Get one alert")
    .help("Signed-in users see only devices of their device groups.")
    .inputs(&[Param::path("alert_id").example("da638520395183410110_-1281741616")])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Alert.Read.All", "Alert.ReadWrite.All"],
        &["Alert.Read", "Alert.ReadWrite"],
    )
    .role("View Data")
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-info-by-id.md");

/// Get one alert.
///
/// Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-info-by-id.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.alerts().get("da638520395183410110_-1281741616").send().await?;
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
