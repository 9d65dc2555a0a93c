//! `graph.threat_intelligence.article_get`: Get one article.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::Article;

/// `graph.threat_intelligence.article_get`: Get one article.
pub static ARTICLE_GET: Operation = Operation::get(
    "graph.threat_intelligence.article_get",
    "/v1.0/security/threatIntelligence/articles/{article_id}",
)
.host("graph")
.summary("Get one article")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("article_id").example("b4264d15-3b7d-4e8d-9abe-f5a01cba192d")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get one article.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().article_get("b4264d15-3b7d-4e8d-9abe-f5a01cba192d").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ArticleGet {
    client: Client,
    request: Request,
}

impl ArticleGet {
    pub(super) fn new(client: &Client, article_id: impl Into<Id<Article>>) -> Self {
        let article_id: Id<Article> = article_id.into();
        let request = Request::new(&ARTICLE_GET).set("article_id", article_id);
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
    pub async fn send(self) -> Result<Article> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(ArticleGet);
