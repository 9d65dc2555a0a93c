//! `graph.threat_submission.file_create`: Submit a file.

use http_core::{
    AnswerKind, BodyKind, Client, Completion, Effect, EffectKind, Kind, Operation, Param, Pause,
    Request, Result, Started, Status,
};

use crate::graph::threat_submission::FileThreatSubmission;
use crate::graph::threat_submission::ThreatSubmissionCategory;

/// `graph.threat_submission.file_create`: Submit a file. Status: preview.
pub static FILE_CREATE: Operation = Operation::post("graph.threat_submission.file_create", "/beta/security/threatSubmission/fileThreats").host("graph").summary("Submit a file").status(Status::Preview).inputs(&[Param::body("@odata.type").required().constant("#microsoft.graph.security.fileContentThreatSubmission"),
Param::body("category").kind(Kind::Enum(&["notJunk", "spam", "phishing", "malware"])).required().help("What it is reported as."),
Param::body("fileName").help("Name of the file.").example("invoice.doc"),
Param::body("fileContent").required().help("Content of the file in base64.").example("aGVsbG8="),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.ReadWrite", "ThreatSubmission.ReadWrite.All"]).completion(&Completion::new(&crate::graph::threat_submission::FILE_GET, ("file_threat_id", "id"), "status").open(&["notStarted", "running"]).succeeded(&["succeeded"]).failed(&["failed"]).pause(Pause::seconds(5, 60)).note("The state `skipped` counts as open: the vendor does not document whether \
it is final.")).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-filethreatsubmission-post-filethreats.md");

/// Submit a file.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-filethreatsubmission-post-filethreats.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.graph().threat_submission().file_create("word", "aGVsbG8=").begin().await?;
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
        category: impl Into<ThreatSubmissionCategory>,
        file_content: impl Into<String>,
    ) -> Self {
        let category: ThreatSubmissionCategory = category.into();
        let file_content: String = file_content.into();
        let request = Request::new(&FILE_CREATE)
            .set("category", category)
            .set("fileContent", file_content);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Name of the file.
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

    /// Starts the action.
    /// [`wait`](Started::wait) follows it to its end.
    ///
    /// # Errors
    /// See [`Client::begin`](http_core::Client::begin).
    pub async fn begin(self) -> Result<Started<FileThreatSubmission>> {
        self.client.begin(self.request).await
    }
}

http_core::call_options!(FileCreate);
