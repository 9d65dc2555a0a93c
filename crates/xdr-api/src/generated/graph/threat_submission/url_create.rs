//! `graph.threat_submission.url_create`: Submit a URL.

use http_core::{
    AnswerKind, BodyKind, Client, Completion, Effect, EffectKind, Kind, Operation, Param, Pause,
    Request, Result, Started, Status,
};

use crate::graph::threat_submission::ThreatSubmissionCategory;
use crate::graph::threat_submission::UrlThreatSubmission;

/// `graph.threat_submission.url_create`: Submit a URL. Status: preview.
pub static URL_CREATE: Operation = Operation::post("graph.threat_submission.url_create", "/beta/security/threatSubmission/urlThreats").host("graph").summary("Submit a URL").status(Status::Preview).inputs(&[Param::body("category").kind(Kind::Enum(&["notJunk", "spam", "phishing", "malware"])).required().help("What it is reported as."),
Param::body("webUrl").required().help("The URL to submit.").example("https://phish.example/login"),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.ReadWrite", "ThreatSubmission.ReadWrite.All"]).completion(&Completion::new(&crate::graph::threat_submission::URL_GET, ("url_threat_id", "id"), "status").open(&["notStarted", "running"]).succeeded(&["succeeded"]).failed(&["failed"]).pause(Pause::seconds(5, 60)).note("The state `skipped` counts as open: the vendor does not document whether \
it is final.")).effect(Effect::new(EffectKind::Irreversible)).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-urlthreatsubmission-post-urlthreats.md");

/// Submit a URL.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-urlthreatsubmission-post-urlthreats.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.graph().threat_submission().url_create("word", "https://phish.example/login").begin().await?;
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

    /// Starts the action.
    /// [`wait`](Started::wait) follows it to its end.
    ///
    /// # Errors
    /// See [`Client::begin`](http_core::Client::begin).
    pub async fn begin(self) -> Result<Started<UrlThreatSubmission>> {
        self.client.begin(self.request).await
    }
}

http_core::call_options!(UrlCreate);
