//! `mde.files.get`: Get a file profile.

use http_core::{AnswerKind, Client, Operation, Param, RateLimit, Request, Result};

use crate::files::File;

/// `mde.files.get`: Get a file profile.
pub static GET: Operation = Operation::get("mde.files.get", "/api/files/{hash}")
    .host("mde")
    .summary("Get a file profile")
    .help("Takes a SHA-1 or SHA-256.")
    .inputs(&[Param::path("hash")
        .members(&["sha1", "sha256"])
        .example("8eb53d8e95b1f762f52a6849b402fdb9d6c1c4f7")])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["File.Read.All"], &["File.Read.All"])
    .role("View Data")
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-information.md");

/// Get a file profile.
///
/// Takes a SHA-1 or SHA-256.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-information.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.files().get("8eb53d8e95b1f762f52a6849b402fdb9d6c1c4f7").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetFile {
    client: Client,
    request: Request,
}

impl GetFile {
    pub(super) fn new(client: &Client, hash: impl Into<String>) -> Self {
        let hash: String = hash.into();
        let request = Request::new(&GET).set("hash", hash);
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
    pub async fn send(self) -> Result<File> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetFile);
