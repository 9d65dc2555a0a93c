//! `graph.threat_submission.url_get`: Get one URL submission.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result, Status};

use crate::graph::threat_submission::UrlThreatSubmission;

/// `graph.threat_submission.url_get`: Get one URL submission. Status: preview.
pub static URL_GET: Operation = Operation::get("graph.threat_submission.url_get", "/beta/security/threatSubmission/urlThreats/{url_threat_id}").host("graph").summary("Get one URL submission").status(Status::Preview).inputs(&[Param::path("url_threat_id").example("243c1062-e3db-42da-a224-40b4dc0d7e06"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.Read", "ThreatSubmission.ReadWrite", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-urlthreatsubmission-get.md");

/// Get one URL submission.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-urlthreatsubmission-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_submission().url_get("243c1062-e3db-42da-a224-40b4dc0d7e06").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UrlGet {
    client: Client,
    request: Request,
}

impl UrlGet {
    pub(super) fn new(client: &Client, url_threat_id: impl Into<Id<UrlThreatSubmission>>) -> Self {
        let url_threat_id: Id<UrlThreatSubmission> = url_threat_id.into();
        let request = Request::new(&URL_GET).set("url_threat_id", url_threat_id);
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
    pub async fn send(self) -> Result<UrlThreatSubmission> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(UrlGet);
