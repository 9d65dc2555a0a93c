//! `graph.subscriptions.list`: List the subscriptions of the application.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::graph::subscriptions::Subscription;

/// `graph.subscriptions.list`: List the subscriptions of the application.
pub static LIST: Operation = Operation::get("graph.subscriptions.list", "/v1.0/subscriptions")
    .host("graph")
    .summary("List the subscriptions of the application")
    .headers(&[Header::new("prefer", "include-unknown-enum-members")])
    .collection("value")
    .paging(Paging::NextLink)
    .permissions(
        &["SecurityEvents.ReadWrite.All"],
        &["SecurityEvents.ReadWrite.All"],
    )
    .record(&Record::new(RecordKind::Mutable).key(&["id"]))
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("resource", Cell::Name),
        Column::new("changeType", Cell::Text),
        Column::new("expirationDateTime", Cell::Age),
    ])
    .source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-list.md");

/// List the subscriptions of the application.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-list.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().subscriptions().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListSubscriptions {
    client: Client,
    request: Request,
}

impl ListSubscriptions {
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
    pub async fn send(self) -> Result<Page<Subscription>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Subscription> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Subscription> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Subscription> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListSubscriptions);
