//! `mde.indicators.delete`: Delete an indicator.

use http_core::{Client, Id, Request, Result};

use crate::indicators::Indicator;

/// Delete an indicator.
///
/// No delegated permission is listed.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/delete-ti-indicator-by-id.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.indicators().delete("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteIndicator {
    client: Client,
    request: Request,
}

impl DeleteIndicator {
    pub(super) fn new(client: &Client, indicator_id: impl Into<Id<Indicator>>) -> Self {
        let indicator_id: Id<Indicator> = indicator_id.into();
        let request = Request::new(&super::DELETE).set("indicator_id", indicator_id);
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
