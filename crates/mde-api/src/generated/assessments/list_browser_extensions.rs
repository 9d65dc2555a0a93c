//! `mde.assessments.list_browser_extensions`: List installed browser extensions by device,
//! paged.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RateLimit, RawItems, Record, RecordKind, Request, Result,
};

use crate::assessments::AssetBrowserExtension;

/// `mde.assessments.list_browser_extensions`: List installed browser extensions by device,
/// paged.
pub static LIST_BROWSER_EXTENSIONS: Operation = Operation::get(
    "mde.assessments.list_browser_extensions",
    "/api/Machines/BrowserExtensionsInventoryByMachine",
)
.host("mde")
.summary("List installed browser extensions by device, paged")
.help("One row for each device, browser and extension.")
.inputs(&[
    Param::query("$top")
        .kind(Kind::Integer)
        .help("Rows per page; it does not limit the total."),
    Param::query("pageSize")
        .kind(Kind::Integer)
        .help("Rows per page. Default: 50000; maximum: 200000."),
])
.collection("value")
.paging(Paging::NextLink)
.page_size(200000)
.limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1000)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.record(&Record::new(RecordKind::Snapshot).key(&["deviceId", "browserName", "extensionId"]))
.columns(&[
    Column::new("deviceName", Cell::Name),
    Column::new("browserName", Cell::Text),
    Column::new("extensionName", Cell::Name),
    Column::new("extensionRisk", Cell::Severity),
    Column::new("extensionVersion", Cell::Text),
    Column::new("isActivated", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md");

/// List installed browser extensions by device, paged.
///
/// One row for each device, browser and extension.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.assessments().list_browser_extensions().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAssessmentBrowserExtensions {
    client: Client,
    request: Request,
}

impl ListAssessmentBrowserExtensions {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_BROWSER_EXTENSIONS);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Rows per page. Default: 50000; maximum: 200000.
    pub fn page_size(mut self, page_size: u32) -> Self {
        self.request = self.request.set("pageSize", page_size);
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
    pub async fn send(self) -> Result<Page<AssetBrowserExtension>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<AssetBrowserExtension> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<AssetBrowserExtension> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<AssetBrowserExtension> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAssessmentBrowserExtensions);
