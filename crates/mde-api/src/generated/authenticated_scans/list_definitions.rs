//! `mde.authenticated_scans.list_definitions`: List authenticated scan definitions.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Operation, Page, Pager, RateLimit, RawItems, Record,
    RecordKind, Request, Result, Status,
};

use crate::authenticated_scans::ScanDefinition;

/// `mde.authenticated_scans.list_definitions`: List authenticated scan definitions. Status:
/// preview.
pub static LIST_DEFINITIONS: Operation = Operation::get(
    "mde.authenticated_scans.list_definitions",
    "/api/DeviceAuthenticatedScanDefinitions",
)
.host("mde")
.summary("List authenticated scan definitions")
.status(Status::Preview)
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Read.All"], &["Machine.Read"])
.role("ViewData or TvmViewData")
.record(&Record::new(RecordKind::Mutable).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("scanName", Cell::Name),
    Column::new("scanType", Cell::Text),
    Column::new("isActive", Cell::Text),
    Column::new("target", Cell::Text),
    Column::new("intervalInHours", Cell::Number),
    Column::new("createdBy", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-scan-definitions.md");

/// List authenticated scan definitions.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-scan-definitions.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.authenticated_scans().list_definitions().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAuthenticatedScanDefinitions {
    client: Client,
    request: Request,
}

impl ListAuthenticatedScanDefinitions {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_DEFINITIONS);
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
    pub async fn send(self) -> Result<Page<ScanDefinition>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<ScanDefinition> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<ScanDefinition> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<ScanDefinition> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAuthenticatedScanDefinitions);
