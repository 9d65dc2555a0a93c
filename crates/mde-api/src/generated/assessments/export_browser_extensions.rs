//! `mde.assessments.export_browser_extensions`: Get download URLs for installed browser
//! extensions by device.

use http_core::{Answer, Client, Operation, RateLimit, Request, Result};

use crate::assessments::ExportFilesResponse;

/// `mde.assessments.export_browser_extensions`: Get download URLs for installed browser
/// extensions by device.
pub static EXPORT_BROWSER_EXTENSIONS: Operation = Operation::get(
    "mde.assessments.export_browser_extensions",
    "/api/machines/browserextensionsinventoryExport",
)
.host("mde")
.summary("Get download URLs for installed browser extensions by device")
.help("No sasValidHours is documented: URLs last 1 hour.")
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md");

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
        let request = Request::new(&EXPORT_BROWSER_EXTENSIONS);
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
