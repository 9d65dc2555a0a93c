//! `mdca.alerts.dismiss`: Dismiss one alert (old).

use http_core::{Client, Id, Request, Result};

use crate::alerts::Alert;

/// Dismiss one alert (old).
///
/// Mapped to `close_false_positive` since 2020-10; the page was withdrawn.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-dismiss.md@6a08f345^`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.alerts().dismiss("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DismissAlert {
    client: Client,
    request: Request,
}

impl DismissAlert {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<Alert>>) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
        let request = Request::new(&super::DISMISS).set("alert_id", alert_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Comment.
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        let comment: String = comment.into();
        self.request = self.request.set("comment", comment);
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
