//! `graph.threat_intelligence.article_list_indicators`: List the indicators of an article.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::threat_intelligence::Article;
use crate::graph::threat_intelligence::ArticleIndicator;

/// `graph.threat_intelligence.article_list_indicators`: List the indicators of an article.
pub static ARTICLE_LIST_INDICATORS: Operation = Operation::get(
    "graph.threat_intelligence.article_list_indicators",
    "/v1.0/security/threatIntelligence/articles/{article_id}/indicators",
)
.host("graph")
.summary("List the indicators of an article")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("article_id").example("b4264d15-3b7d-4e8d-9abe-f5a01cba192d")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("source", Cell::Text),
])
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// List the indicators of an article.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_intelligence().article_list_indicators("b4264d15-3b7d-4e8d-9abe-f5a01cba192d").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ArticleListIndicators {
    client: Client,
    request: Request,
}

impl ArticleListIndicators {
    pub(super) fn new(client: &Client, article_id: impl Into<Id<Article>>) -> Self {
        let article_id: Id<Article> = article_id.into();
        let request = Request::new(&ARTICLE_LIST_INDICATORS).set("article_id", article_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Begins where another reading of the list stopped: on the page after the continuation's.
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.request = self.request.resume(continuation);
        self
    }

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<ArticleIndicator>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<ArticleIndicator> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<ArticleIndicator> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<ArticleIndicator> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ArticleListIndicators);
