//! `mde.browser_extensions.list_permissions`: List browser extension permissions with
//! descriptions.

use http_core::odata::Filter;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::browser_extensions::BrowserExtensionPermissionInfo;

/// `mde.browser_extensions.list_permissions`: List browser extension permissions with
/// descriptions. Status: preview.
pub static LIST_PERMISSIONS: Operation = Operation::get(
    "mde.browser_extensions.list_permissions",
    "/api/browserextensions/permissionsinfo",
)
.host("mde")
.summary("List browser extension permissions with descriptions")
.help(
    "Static text to join on key with the Permissions of \
mde.assessments.list_browser_extensions. The filter properties on the page \
are copied from the vulnerability list and do not fit this entity; do not \
filter. The page carries the pre-release banner.",
)
.status(Status::Preview)
.inputs(&[
    Param::query("$filter")
        .help("OData filter; text values in single quotes, a quote inside is doubled"),
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("$skip")
        .kind(Kind::Integer)
        .help("how many rows the service leaves out"),
])
.collection("value")
.paging(Paging::Skip)
.page_size(10000)
.filterable(&[
    "id",
    "name",
    "description",
    "cvssV3",
    "publishedOn",
    "severity",
    "updatedOn",
])
.permissions(&["Software.Read.All"], &["Software.Read"])
.record(&Record::new(RecordKind::Snapshot).key(&["key"]))
.columns(&[
    Column::new("key", Cell::Id),
    Column::new("permissionName", Cell::Name),
    Column::new("description", Cell::Text),
])
.source(
    "MicrosoftDocs/defender-docs:defender-endpoint/api/get-browser-extensions-permission-info.md",
);

/// List browser extension permissions with descriptions.
///
/// Static text to join on key with the Permissions of
/// `mde.assessments.list_browser_extensions.` The filter properties on the page are copied from
/// the vulnerability list and do not fit this entity; do not filter. The page carries the
/// pre-release banner.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-browser-extensions-permission-info.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.browser_extensions().list_permissions().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListBrowserExtensionPermissions {
    client: Client,
    request: Request,
}

impl ListBrowserExtensionPermissions {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_PERMISSIONS);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Filter. OData filter; text values in single quotes, a quote inside is doubled.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Top. How many rows the service puts into one answer; not a total, use a limit on the
    /// caller's side for that.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Skip. How many rows the service leaves out.
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
    pub async fn send(self) -> Result<Page<BrowserExtensionPermissionInfo>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<BrowserExtensionPermissionInfo> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<BrowserExtensionPermissionInfo> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<BrowserExtensionPermissionInfo> {
        self.client.rows(self.request).into_raw_items()
    }
}
