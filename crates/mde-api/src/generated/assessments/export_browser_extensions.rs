//! `mde.assessments.export_browser_extensions`: Get download URLs for installed browser
//! extensions by device.

use http_core::{Client, Request, Result};

use crate::assessments::ExportFilesResponse;

/// Get download URLs for installed browser extensions by device.
///
/// No sasValidHours is documented: URLs last 1 hour.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.assessments().export_browser_extensions().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExportBrowserExtensions {
    client: Client,
    request: Request,
}

impl ExportBrowserExtensions {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&super::EXPORT_BROWSER_EXTENSIONS);
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
    pub async fn send(self) -> Result<ExportFilesResponse> {
        self.client.send(self.request).await
    }
}
