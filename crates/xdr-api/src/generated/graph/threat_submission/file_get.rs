//! `graph.threat_submission.file_get`: Get one file submission.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result, Status};

use crate::graph::threat_submission::FileThreatSubmission;

/// `graph.threat_submission.file_get`: Get one file submission. Status: preview.
pub static FILE_GET: Operation = Operation::get("graph.threat_submission.file_get", "/beta/security/threatSubmission/fileThreats/{file_threat_id}").host("graph").summary("Get one file submission").status(Status::Preview).inputs(&[Param::path("file_threat_id").example("6a18c4f2-61c8-4d09-a241-f2e680dc8a46"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.Read", "ThreatSubmission.ReadWrite", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-filethreatsubmission-get.md");

/// Get one file submission.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-filethreatsubmission-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_submission().file_get("6a18c4f2-61c8-4d09-a241-f2e680dc8a46").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct FileGet {
    client: Client,
    request: Request,
}

impl FileGet {
    pub(super) fn new(
        client: &Client,
        file_threat_id: impl Into<Id<FileThreatSubmission>>,
    ) -> Self {
        let file_threat_id: Id<FileThreatSubmission> = file_threat_id.into();
        let request = Request::new(&FILE_GET).set("file_threat_id", file_threat_id);
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
    pub async fn send(self) -> Result<FileThreatSubmission> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(FileGet);
