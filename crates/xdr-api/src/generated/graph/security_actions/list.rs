//! `graph.security_actions.list`: List security actions.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RateLimit,
    RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::graph::security_actions::SecurityAction;

/// `graph.security_actions.list`: List security actions. Status: legacy.
pub static LIST: Operation = Operation::get(
    "graph.security_actions.list",
    "/beta/security/securityActions",
)
.host("graph")
.summary("List security actions")
.help("Signed-in users cannot call it.")
.status(Status::Legacy)
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.collection("value")
.paging(Paging::NextLink)
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.security_actions")
.permissions(
    &["SecurityActions.Read.All", "SecurityActions.ReadWrite.All"],
    &[],
)
.record(
    &Record::new(RecordKind::Mutable)
        .key(&["id"])
        .version("lastActionDateTime")
        .created("createdDateTime"),
)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("name", Cell::Name),
    Column::new("status", Cell::Text),
    Column::new("user", Cell::Text),
    Column::new("createdDateTime", Cell::Age),
])
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityactions-list.md");

/// List security actions.
///
/// Signed-in users cannot call it.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/securityactions-list.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().security_actions().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListSecurityActions {
    client: Client,
    request: Request,
}

impl ListSecurityActions {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
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
    pub async fn send(self) -> Result<Page<SecurityAction>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<SecurityAction> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<SecurityAction> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<SecurityAction> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListSecurityActions);
