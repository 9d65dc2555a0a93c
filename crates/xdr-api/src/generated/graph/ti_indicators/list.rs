//! `graph.ti_indicators.list`: List uploaded threat indicators.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, NotFound, Operation, Page, Pager, Paging,
    RateLimit, RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::graph::ti_indicators::TiIndicator;

/// `graph.ti_indicators.list`: List uploaded threat indicators. Status: legacy.
pub static LIST: Operation =
    Operation::get("graph.ti_indicators.list", "/beta/security/tiIndicators")
        .host("graph")
        .summary("List uploaded threat indicators")
        .help("Use the indicators of Defender for Endpoint or Microsoft Sentinel instead.")
        .status(Status::Legacy)
        .replaced_by(&["mde.indicators.list"])
        .headers(&[Header::new("prefer", "include-unknown-enum-members")])
        .collection("value")
        .paging(Paging::NextLink)
        .not_found(NotFound::Empty)
        .limits(&[RateLimit::per_minute(1000)])
        .limit_class("graph.ti_indicators")
        .permissions(
            &["ThreatIndicators.ReadWrite.OwnedBy"],
            &["ThreatIndicators.ReadWrite.OwnedBy"],
        )
        .record(
            &Record::new(RecordKind::Mutable)
                .key(&["id"])
                .created("ingestedDateTime"),
        )
        .columns(&[
            Column::new("id", Cell::Id),
            Column::new("description", Cell::Name),
            Column::new("action", Cell::Text),
            Column::new("threatType", Cell::Text),
            Column::new("severity", Cell::Number),
            Column::new("expirationDateTime", Cell::Age),
        ])
        .source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicators-list.md");

/// List uploaded threat indicators.
///
/// Use the indicators of Defender for Endpoint or Microsoft Sentinel instead.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicators-list.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().ti_indicators().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListTiIndicators {
    client: Client,
    request: Request,
}

impl ListTiIndicators {
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
    pub async fn send(self) -> Result<Page<TiIndicator>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<TiIndicator> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<TiIndicator> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<TiIndicator> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListTiIndicators);
