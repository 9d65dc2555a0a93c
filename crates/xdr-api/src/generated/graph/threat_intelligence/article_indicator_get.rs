//! `graph.threat_intelligence.article_indicator_get`: Get one indicator of an article.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::ArticleIndicator;

/// `graph.threat_intelligence.article_indicator_get`: Get one indicator of an article.
pub static ARTICLE_INDICATOR_GET: Operation = Operation::get(
    "graph.threat_intelligence.article_indicator_get",
    "/v1.0/security/threatIntelligence/articleIndicators/{article_indicator_id}",
)
.host("graph")
.summary("Get one indicator of an article")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("article_indicator_id").example("d921be9a-bbef-4106-85b2-3944c1b53503")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get one indicator of an article.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().article_indicator_get("d921be9a-bbef-4106-85b2-3944c1b53503").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ArticleIndicatorGet {
    client: Client,
    request: Request,
}

impl ArticleIndicatorGet {
    pub(super) fn new(
        client: &Client,
        article_indicator_id: impl Into<Id<ArticleIndicator>>,
    ) -> Self {
        let article_indicator_id: Id<ArticleIndicator> = article_indicator_id.into();
        let request =
            Request::new(&ARTICLE_INDICATOR_GET).set("article_indicator_id", article_indicator_id);
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
    pub async fn send(self) -> Result<ArticleIndicator> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(ArticleIndicatorGet);
