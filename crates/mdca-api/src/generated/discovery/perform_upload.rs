//! `mdca.discovery.perform_upload`: Upload a traffic log to its upload URL.

use http_core::{
    BodyKind, Bytes, Client, Effect, EffectKind, Header, Kind, Operation, Param, Request, Result,
};

/// `mdca.discovery.perform_upload`: Upload a traffic log to its upload URL.
pub static PERFORM_UPLOAD: Operation =
    Operation::put("mdca.discovery.perform_upload", "{upload_url}")
        .host("absolute_url")
        .summary("Upload a traffic log to its upload URL")
        .help("One file may hold 5 GB; files above 64 MB are sent in blocks.")
        .inputs(&[
            Param::path("upload_url").example("https://storage.example/upload?sig=abc"),
            Param::body("content")
                .kind(Kind::Bytes)
                .required()
                .help("Log to upload, sent as it is."),
        ])
        .body(BodyKind::Binary)
        .headers(&[Header::new("x-ms-blob-type", "BlockBlob")])
        .effect(Effect::new(EffectKind::Additive))
        .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-perform.md");

/// Upload a traffic log to its upload URL.
///
/// One file may hold 5 GB; files above 64 MB are sent in blocks.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-perform.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.discovery().perform_upload("https://storage.example/upload?sig=abc", &b"bytes"[..]).send().await?;
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

http_core::call_options!(PerformUpload);
