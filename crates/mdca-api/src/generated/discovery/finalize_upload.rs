//! `mdca.discovery.finalize_upload`: Tell the service the upload is complete.

use http_core::{
    BodyKind, Client, Completion, Effect, EffectKind, Kind, Operation, Param, RateLimit, Request,
    Result,
};

/// `mdca.discovery.finalize_upload`: Tell the service the upload is complete.
pub static FINALIZE_UPLOAD: Operation = Operation::post(
    "mdca.discovery.finalize_upload",
    "/api/v1/discovery/done_upload/",
)
.host("mdca_portal")
.summary("Tell the service the upload is complete")
.help(
    "An unknown data source name does not fail: the log is dropped. Early \
versions of the page said GET and form encoding; POST with JSON is right.",
)
.inputs(&[
    Param::body("uploadUrl")
        .required()
        .help("url of the first call, unchanged"),
    Param::body("inputStreamName")
        .required()
        .help("data source name; with uploadAsSnapshot the name of the report"),
    Param::body("uploadAsSnapshot")
        .kind(Kind::Bool)
        .help("true: a snapshot report"),
])
.body(BodyKind::Json)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(&["Discovery.manage"], &["Discovery.manage"])
.completion(&Completion::unseen(
    "parsing goes on after the answer, and no operation shows how it ends; a \
governance log entry DiscoveryParseLogTask does, undocumented",
))
.effect(Effect::new(EffectKind::Irreversible))
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-finalize.md");

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
/// client.discovery().finalize_upload("upload-url", "input-stream-name").send().await?;
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
        let request = Request::new(&FINALIZE_UPLOAD)
            .set("uploadUrl", upload_url)
            .set("inputStreamName", input_stream_name);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Upload as snapshot. True: a snapshot report.
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
