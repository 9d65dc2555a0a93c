//! `graph.analyzed_emails.list`: Search analysed emails.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result, Timestamp,
};

use crate::graph::analyzed_emails::AnalyzedEmail;

/// `graph.analyzed_emails.list`: Search analysed emails.
pub static LIST: Operation = Operation::get("graph.analyzed_emails.list", "/v1.0/security/collaboration/analyzedEmails").host("graph").summary("Search analysed emails").help("Available in the global cloud only. Signed-in users cannot call it.").inputs(&[Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("recipientEmailAddress eq 'bruno.novak@contoso.com'"),
Param::query("$skiptoken").help("Continuation token from a next link."),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
Param::query("startTime").kind(Kind::Time).help("Start of the emails to return."),
Param::query("endTime").kind(Kind::Time).help("End of the emails to return."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).filterable(&["networkMessageId", "recipientEmailAddress"]).permissions(&["SecurityAnalyzedMessage.Read.All", "SecurityAnalyzedMessage.ReadWrite.All"], &[]).record(&Record::new(RecordKind::Event).key(&["id"]).created("loggedDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("loggedDateTime", Cell::Age),Column::new("subject", Cell::Name),Column::new("recipientEmailAddress", Cell::Text),Column::new("directionality", Cell::Text),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-collaborationroot-list-analyzedemails.md");

/// Search analysed emails.
///
/// Available in the global cloud only. Signed-in users cannot call it.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-collaborationroot-list-analyzedemails.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().analyzed_emails().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAnalyzedEmails {
    client: Client,
    request: Request,
}

impl ListAnalyzedEmails {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
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

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`AnalyzedEmailFilter`](super::AnalyzedEmailFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Continuation token from a next link.
    pub fn skiptoken(mut self, skiptoken: impl Into<String>) -> Self {
        let skiptoken: String = skiptoken.into();
        self.request = self.request.set("$skiptoken", skiptoken);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Start of the emails to return.
    pub fn start_time(mut self, start_time: impl Into<Timestamp>) -> Self {
        let start_time: Timestamp = start_time.into();
        self.request = self.request.set("startTime", start_time);
        self
    }

    /// End of the emails to return.
    pub fn end_time(mut self, end_time: impl Into<Timestamp>) -> Self {
        let end_time: Timestamp = end_time.into();
        self.request = self.request.set("endTime", end_time);
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
    pub async fn send(self) -> Result<Page<AnalyzedEmail>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<AnalyzedEmail> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<AnalyzedEmail> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<AnalyzedEmail> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAnalyzedEmails);
