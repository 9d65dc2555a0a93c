//! `graph.threat_intelligence.articles_list`: List articles.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::threat_intelligence::Article;

/// `graph.threat_intelligence.articles_list`: List articles.
pub static ARTICLES_LIST: Operation = Operation::get("graph.threat_intelligence.articles_list", "/v1.0/security/threatIntelligence/articles").host("graph").summary("List articles").help("`$search` takes one term. Needs a Defender Threat Intelligence licence and \
the global cloud.").inputs(&[Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
Param::query("$select").help("Properties to return, separated by commas."),
Param::query("$search").help("Text to search for."),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
Param::query("$skip").kind(Kind::Integer).help("Number of rows to skip."),
Param::query("$orderby").help("Property to sort by, followed by `asc` or `desc`."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["ThreatIntelligence.Read.All"], &["ThreatIntelligence.Read.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastUpdatedDateTime").created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("title", Cell::Name),Column::new("lastUpdatedDateTime", Cell::Age),Column::new("isFeatured", Cell::Text),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-threatintelligence-list-articles.md");

/// List articles.
///
/// `$search` takes one term. Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-threatintelligence-list-articles.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_intelligence().articles_list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ArticlesList {
    client: Client,
    request: Request,
}

impl ArticlesList {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&ARTICLES_LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Also returns the total number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
        self
    }

    /// Properties to return, separated by commas.
    pub fn select(mut self, select: impl Into<String>) -> Self {
        let select: String = select.into();
        self.request = self.request.set("$select", select);
        self
    }

    /// Text to search for.
    pub fn search(mut self, search: impl Into<String>) -> Self {
        let search: String = search.into();
        self.request = self.request.set("$search", search);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("$skip", skip);
        self
    }

    /// Property to sort by, followed by `asc` or `desc`.
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        let orderby: String = orderby.into();
        self.request = self.request.set("$orderby", orderby);
        self
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
    pub async fn send(self) -> Result<Page<Article>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Article> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Article> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Article> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ArticlesList);
