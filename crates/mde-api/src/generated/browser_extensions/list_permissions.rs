//! `mde.browser_extensions.list_permissions`: List browser extension permissions with
//! descriptions.

use http_core::odata::Filter;
use http_core::rows::Rows;
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
    "Describes the permissions that `mde.assessments.list_browser_extensions` \
names. Filters have no reliable effect.",
)
.status(Status::Preview)
.inputs(&[
    Param::query("$filter")
        .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
        .example("severity eq 'High'"),
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
/// Describes the permissions that `mde.assessments.list_browser_extensions` names. Filters have
/// no reliable effect.
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

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`BrowserExtensionPermissionInfoFilter`](super::BrowserExtensionPermissionInfoFilter) has
    /// the documented properties.
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

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListBrowserExtensionPermissions);
