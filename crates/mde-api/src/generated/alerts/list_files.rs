//! `mde.alerts.list_files`: List an alert's files.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RateLimit,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::alerts::Alert;
use crate::files::File;

/// `mde.alerts.list_files`: List an alert's files.
pub static LIST_FILES: Operation =
    Operation::get("mde.alerts.list_files", "/api/alerts/{alert_id}/files")
        .host("mde")
        .summary("List an alert's files")
        .help("Signed-in users see only devices of their device groups.")
        .inputs(&[Param::path("alert_id").example("da638520395183410110_-1281741616")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["File.Read.All"], &["File.Read.All"])
        .role("View Data")
        .record(&Record::new(RecordKind::Snapshot).key(&["sha1"]))
        .columns(&[
            Column::new("sha1", Cell::Id),
            Column::new("fileProductName", Cell::Name),
            Column::new("filePublisher", Cell::Name),
            Column::new("determinationValue", Cell::Text),
            Column::new("size", Cell::Number),
            Column::new("globalPrevalence", Cell::Number),
        ])
        .source(
            "MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-files-info.md",
        );

/// List an alert's files.
///
/// Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-files-info.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.alerts().list_files("da638520395183410110_-1281741616").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAlertFiles {
    client: Client,
    request: Request,
}

impl ListAlertFiles {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<Alert>>) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
        let request = Request::new(&LIST_FILES).set("alert_id", alert_id);
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
    pub async fn send(self) -> Result<Page<File>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<File> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<File> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<File> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAlertFiles);
