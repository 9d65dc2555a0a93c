//! `mdca.discovery.perform_upload`: Upload the log to the given URL.

use http_core::{
    BodyKind, Bytes, Client, Effect, EffectKind, Header, Kind, Operation, Param, Request, Result,
};

/// `mdca.discovery.perform_upload`: Upload the log to the given URL.
pub static PERFORM_UPLOAD: Operation =
    Operation::put("mdca.discovery.perform_upload", "{upload_url}")
        .host("absolute_url")
        .summary("Upload the log to the given URL")
        .help(
            "Not a portal route: an absolute storage URL. Send no Authorization header. \
One file may be up to 5 GB; above 64 MB upload in blocks (Azure SDK). Split \
larger data into several uploads.",
        )
        .inputs(&[
            Param::path("upload_url"),
            Param::body("content")
                .kind(Kind::Bytes)
                .required()
                .help("the bytes, sent as they are"),
        ])
        .body(BodyKind::Binary)
        .headers(&[Header::new("x-ms-blob-type", "BlockBlob")])
        .effect(Effect::new(EffectKind::Additive))
        .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-perform.md");

/// Upload the log to the given URL.
///
/// Not a portal route: an absolute storage URL. Send no Authorization header. One file may be
/// up to 5 GB; above 64 MB upload in blocks (Azure SDK). Split larger data into several
/// uploads.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-perform.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.discovery().perform_upload("upload-url", &b"bytes"[..]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct PerformUpload {
    client: Client,
    request: Request,
}

impl PerformUpload {
    pub(super) fn new(
        client: &Client,
        upload_url: impl Into<String>,
        content: impl Into<Bytes>,
    ) -> Self {
        let upload_url: String = upload_url.into();
        let request = Request::new(&PERFORM_UPLOAD)
            .set("upload_url", upload_url)
            .set_bytes("content", content, None);
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
        self.client.anonymous().send_empty(self.request).await
    }
}
