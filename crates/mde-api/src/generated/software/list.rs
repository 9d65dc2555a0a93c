//! `mde.software.list`: List the software inventory of the organisation.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::software::Software;

/// `mde.software.list`: List the software inventory of the organisation.
pub static LIST: Operation = Operation::get("mde.software.list", "/api/Software")
    .host("mde")
    .summary("List the software inventory of the organisation")
    .help(
        "Lists software with a product code (CPE) only. An id can come twice with \
different numbers.",
    )
    .inputs(&[
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("vendor eq 'microsoft'"),
        Param::query("$top")
            .kind(Kind::Integer)
            .help("Rows per page; it does not limit the total."),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
    ])
    .collection("value")
    .paging(Paging::Skip)
    .page_size(10000)
    .filterable(&["id", "name", "vendor"])
    .permissions(&["Software.Read.All"], &["Software.Read"])
    .record(&Record::new(RecordKind::Snapshot).key(&["id"]))
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("name", Cell::Name),
        Column::new("vendor", Cell::Text),
        Column::new("weaknesses", Cell::Number),
        Column::new("exposedMachines", Cell::Number),
        Column::new("impactScore", Cell::Number),
        Column::new("publicExploit", Cell::Text),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-software.md");

/// List the software inventory of the organisation.
///
/// Lists software with a product code (CPE) only. An id can come twice with different numbers.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-software.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.software().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListSoftware {
    client: Client,
    request: Request,
}

impl ListSoftware {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`SoftwareFilter`](super::SoftwareFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
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
    pub async fn send(self) -> Result<Page<Software>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Software> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Software> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Software> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListSoftware);
