//! `mdca.discovery.list_streams`: List continuous reports.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Operation, Page, Pager, RateLimit, RawItems, Record,
    RecordKind, Request, Result,
};

use crate::discovery::DiscoveryStream;

/// `mdca.discovery.list_streams`: List continuous reports.
pub static LIST_STREAMS: Operation =
    Operation::get("mdca.discovery.list_streams", "/api/discovery/streams/")
        .host("mdca_portal")
        .summary("List continuous reports")
        .help("The id of a report is its `_id`.")
        .collection("streams")
        .limits(&[RateLimit::per_minute(30)])
        .limit_class("mdca")
        .permissions(
            &["discovery.read", "discovery.manage"],
            &["discovery.read", "discovery.manage"],
        )
        .record(
            &Record::new(RecordKind::Mutable)
                .key(&["_id"])
                .version("lastModified")
                .created("created"),
        )
        .columns(&[
            Column::new("_id", Cell::Id),
            Column::new("displayName", Cell::Name),
            Column::new("logType", Cell::Text),
            Column::new("lastDataReceived", Cell::Age),
        ])
        .source(
            "MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-streams.md",
        );

/// List continuous reports.
///
/// The id of a report is its `_id`.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-streams.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.discovery().list_streams().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListDiscoveryStreams {
    client: Client,
    request: Request,
}

impl ListDiscoveryStreams {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_STREAMS);
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
    pub async fn send(self) -> Result<Page<DiscoveryStream>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<DiscoveryStream> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<DiscoveryStream> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<DiscoveryStream> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListDiscoveryStreams);
