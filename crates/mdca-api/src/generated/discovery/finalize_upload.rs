//! `mdca.discovery.finalize_upload`: Tell the service the upload is complete.

use http_core::{Client, Request, Result};

/// Tell the service the upload is complete.
///
/// An unknown data source name does not fail: the log is dropped. Early versions of the page
/// said GET and form encoding; POST with JSON is right.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-finalize.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.discovery().finalize_upload("text", "text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct FinalizeUpload {
    client: Client,
    request: Request,
}

impl FinalizeUpload {
    pub(super) fn new(
        client: &Client,
        upload_url: impl Into<String>,
        input_stream_name: impl Into<String>,
    ) -> Self {
        let upload_url: String = upload_url.into();
        let input_stream_name: String = input_stream_name.into();
        let request = Request::new(&super::FINALIZE_UPLOAD)
            .set("uploadUrl", upload_url)
            .set("inputStreamName", input_stream_name);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// True: a snapshot report.
    pub fn upload_as_snapshot(mut self, upload_as_snapshot: bool) -> Self {
        self.request = self.request.set("uploadAsSnapshot", upload_as_snapshot);
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
