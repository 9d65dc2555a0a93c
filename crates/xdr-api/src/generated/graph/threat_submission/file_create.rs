//! `graph.threat_submission.file_create`: Submit a file.

use http_core::{Client, Request, Result};

use crate::graph::threat_submission::FileThreatSubmission;
use crate::graph::threat_submission::ThreatSubmissionCategory;

/// Submit a file.
///
/// The request sample posts to fileThreatSubmissions; the path is fileThreats. The URL variant
/// is reserved.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-filethreatsubmission-post-filethreats.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_submission().file_create("text", "word", "text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct FileCreate {
    client: Client,
    request: Request,
}

impl FileCreate {
    pub(super) fn new(
        client: &Client,
        odata_type: impl Into<String>,
        category: impl Into<ThreatSubmissionCategory>,
        file_content: impl Into<String>,
    ) -> Self {
        let odata_type: String = odata_type.into();
        let category: ThreatSubmissionCategory = category.into();
        let file_content: String = file_content.into();
        let request = Request::new(&super::FILE_CREATE)
            .set("@odata.type", odata_type)
            .set("category", category)
            .set("fileContent", file_content);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// File name.
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        let file_name: String = file_name.into();
        self.request = self.request.set("fileName", file_name);
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
    pub async fn send(self) -> Result<FileThreatSubmission> {
        self.client.send(self.request).await
    }
}
