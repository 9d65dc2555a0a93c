//! `mdca.discovered_apps.set_banned`: Tag an app as unsanctioned.

use http_core::{Client, Request, Result};

/// Tag an app as unsanctioned.
///
/// `app_id` is an integer. Known only from the Power Platform connector (marked Preview): route
/// under /cas/api/v1 on portal.cloudappsecurity.com, Authorization header as an API key. No
/// permission is given.
///
/// Source:
/// `microsoft/PowerPlatformConnectors:certified-connectors/CloudAppSecurity/apiDefinition.swagger.json`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.discovered_apps().set_banned("text", "text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SetBanned {
    client: Client,
    request: Request,
}

impl SetBanned {
    pub(super) fn new(client: &Client, app_id: impl Into<String>, ban: impl Into<String>) -> Self {
        let app_id: String = app_id.into();
        let ban: String = ban.into();
        let request = Request::new(&super::SET_BANNED)
            .set("app_id", app_id)
            .set("ban", ban);
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
