//! `mde.library_files.list`: List live response library files.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Operation, Page, Pager, RateLimit, RawItems, Record,
    RecordKind, Request, Result, Status,
};

use crate::library_files::LibraryFile;

/// `mde.library_files.list`: List live response library files. Status: preview.
pub static LIST: Operation = Operation::get("mde.library_files.list", "/api/libraryfiles")
    .host("mde")
    .summary("List live response library files")
    .help("The role must cover all device groups.")
    .status(Status::Preview)
    .collection("value")
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Library.Manage"], &["Library.Manage"])
    .role("Manage security settings")
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["fileName"])
            .version("lastUpdatedTime")
            .created("creationTime"),
    )
    .columns(&[
        Column::new("fileName", Cell::Name),
        Column::new("description", Cell::Text),
        Column::new("createdBy", Cell::Text),
        Column::new("lastUpdatedTime", Cell::Age),
        Column::new("hasParameters", Cell::Text),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/list-library-files.md");

/// List live response library files.
///
/// The role must cover all device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/list-library-files.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.library_files().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListLibraryFiles {
    client: Client,
    request: Request,
}

impl ListLibraryFiles {
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
    pub async fn send(self) -> Result<Page<LibraryFile>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<LibraryFile> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<LibraryFile> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<LibraryFile> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListLibraryFiles);
