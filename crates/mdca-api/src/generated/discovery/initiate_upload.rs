//! `mdca.discovery.initiate_upload`: Ask for an upload URL for a traffic log.

use http_core::{Client, Request, Result};

use crate::discovery::DiscoveryUpload;
use crate::discovery::UploadSourceSource;

/// Ask for an upload URL for a traffic log.
///
/// First of three calls. The URL is a pre-signed secret: do not log it.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-initiate.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.discovery().initiate_upload("text", "word").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct InitiateUpload {
    client: Client,
    request: Request,
}

impl InitiateUpload {
    pub(super) fn new(
        client: &Client,
        filename: impl Into<String>,
        source: impl Into<UploadSourceSource>,
    ) -> Self {
        let filename: String = filename.into();
        let source: UploadSourceSource = source.into();
        let request = Request::new(&super::INITIATE_UPLOAD)
            .set("filename", filename)
            .set("source", source);
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
    pub async fn send(self) -> Result<DiscoveryUpload> {
        self.client.send(self.request).await
    }
}
