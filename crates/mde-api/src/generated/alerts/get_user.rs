//! `mde.alerts.get_user`: Get an alert's user.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::alerts::Alert;
use crate::users::User;

/// `mde.alerts.get_user`: Get an alert's user.
pub static GET_USER: Operation =
    Operation::get("mde.alerts.get_user", "/api/alerts/{alert_id}/user")
        .host("mde")
        .summary("Get an alert's user")
        .help(
            "`User.Read.All` is the permission of WindowsDefenderATP, not the one of \
Microsoft Graph. Signed-in users see only devices of their device groups.",
        )
        .inputs(&[Param::path("alert_id").example("da638520395183410110_-1281741616")])
        .answer(AnswerKind::Entity)
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["User.Read.All"], &["User.Read.All"])
        .role("View Data")
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-user-info.md");

/// Get an alert's user.
///
/// `User.Read.All` is the permission of WindowsDefenderATP, not the one of Microsoft Graph.
/// Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-user-info.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.alerts().get_user("da638520395183410110_-1281741616").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetAlertUser {
    client: Client,
    request: Request,
}

impl GetAlertUser {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<Alert>>) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
        let request = Request::new(&GET_USER).set("alert_id", alert_id);
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
    pub async fn send(self) -> Result<User> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetAlertUser);
