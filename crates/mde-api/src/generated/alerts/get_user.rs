//! `mde.alerts.get_user`: Get an alert's user.

use http_core::{Client, Id, Request, Result};

use crate::alerts::Alert;
use crate::users::User;

/// Get an alert's user.
///
/// User.Read.All here is the WindowsDefenderATP role, not the Graph one of the same name.
/// Delegated callers need the role permission 'View Data' and see only devices of their device
/// groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-user-info.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.alerts().get_user("text").send().await?;
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
        let request = Request::new(&super::GET_USER).set("alert_id", alert_id);
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
