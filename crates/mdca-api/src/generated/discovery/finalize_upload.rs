//! `mdca.discovery.finalize_upload`: Complete the upload of a traffic log.

use http_core::{
    BodyKind, Client, Completion, Effect, EffectKind, Kind, Operation, Param, RateLimit, Request,
    Result,
};

/// `mdca.discovery.finalize_upload`: Complete the upload of a traffic log.
pub static FINALIZE_UPLOAD: Operation = Operation::post(
    "mdca.discovery.finalize_upload",
    "/api/v1/discovery/done_upload/",
)
.host("mdca_portal")
.summary("Complete the upload of a traffic log")
.help("An unknown data source does not fail the call: the log is dropped.")
.inputs(&[
    Param::body("uploadUrl")
        .required()
        .help("Upload URL from `mdca.discovery.initiate_upload`, unchanged.")
        .example("https://storage.example/upload?sig=abc"),
    Param::body("inputStreamName")
        .required()
        .help("Name of the data source, or of the report with `uploadAsSnapshot`.")
        .example("Firewall in Oslo"),
    Param::body("uploadAsSnapshot")
        .kind(Kind::Bool)
        .help("Makes a snapshot report of the log."),
])
.body(BodyKind::Json)
.limits(&[RateLimit::per_minute(30)])
.limit_class("mdca")
.permissions(&["discovery.manage"], &["discovery.manage"])
.completion(&Completion::unseen(
    "The log is parsed after the answer. Its entry in the governance log \
(`DiscoveryParseLogTask`) has a status when that has ended; the answer does \
not name the entry.",
))
.effect(Effect::new(EffectKind::Irreversible))
.source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-finalize.md");

/// Complete the upload of a traffic log.
///
/// An unknown data source does not fail the call: the log is dropped.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-finalize.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.discovery().finalize_upload("https://storage.example/upload?sig=abc", "Firewall in Oslo").send().await?;
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

    /// Makes a snapshot report of the log.
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

http_core::call_options!(FinalizeUpload);
