//! `mde.files.stats`: Get a file's prevalence.

use http_core::{AnswerKind, Client, Kind, Operation, Param, RateLimit, Request, Result};

use crate::files::FileStats;

/// `mde.files.stats`: Get a file's prevalence.
pub static STATS: Operation = Operation::get("mde.files.stats", "/api/files/{hash}/stats")
    .host("mde")
    .summary("Get a file's prevalence")
    .inputs(&[
        Param::path("hash")
            .members(&["sha1", "sha256"])
            .example("8eb53d8e95b1f762f52a6849b402fdb9d6c1c4f7"),
        Param::query("lookBackHours")
            .kind(Kind::Integer)
            .help("Hours to look back. Default and maximum: 720 (30 days)."),
    ])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["File.Read.All"], &["File.Read.All"])
    .role("View Data")
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-statistics.md");

/// Get a file's prevalence.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-statistics.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.files().stats("8eb53d8e95b1f762f52a6849b402fdb9d6c1c4f7").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct StatsFile {
    client: Client,
    request: Request,
}

impl StatsFile {
    pub(super) fn new(client: &Client, hash: impl Into<String>) -> Self {
        let hash: String = hash.into();
        let request = Request::new(&STATS).set("hash", hash);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Hours to look back. Default and maximum: 720 (30 days).
    pub fn look_back_hours(mut self, look_back_hours: u32) -> Self {
        self.request = self.request.set("lookBackHours", look_back_hours);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<FileStats> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(StatsFile);
