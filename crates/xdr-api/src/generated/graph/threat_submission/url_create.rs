//! `graph.threat_submission.url_create`: Submit a URL.

use http_core::{
    Answer, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, Request, Result, Status,
};

use crate::graph::threat_submission::ThreatSubmissionCategory;
use crate::graph::threat_submission::UrlThreatSubmission;

/// `graph.threat_submission.url_create`: Submit a URL. Status: preview.
pub static URL_CREATE: Operation = Operation::post("graph.threat_submission.url_create", "/beta/security/threatSubmission/urlThreats").host("graph").summary("Submit a URL").status(Status::Preview).params(&[Param::body("category").kind(Kind::Enum(&["notJunk", "spam", "phishing", "malware"])).required(),
Param::body("webUrl").required(),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.ReadWrite", "ThreatSubmission.ReadWrite.All"]).long_running("poll graph.threat_submission.url_get until status is succeeded or failed").effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-urlthreatsubmission-post-urlthreats.md");

/// Submit a URL.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-urlthreatsubmission-post-urlthreats.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_submission().url_create("word", "web-url").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UrlCreate {
    client: Client,
    request: Request,
}

impl UrlCreate {
    pub(super) fn new(
        client: &Client,
        category: impl Into<ThreatSubmissionCategory>,
        web_url: impl Into<String>,
    ) -> Self {
        let category: ThreatSubmissionCategory = category.into();
        let web_url: String = web_url.into();
        let request = Request::new(&URL_CREATE)
            .set("category", category)
            .set("webUrl", web_url);
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
