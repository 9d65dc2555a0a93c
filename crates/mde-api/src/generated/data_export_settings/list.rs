//! `mde.data_export_settings.list`: List the settings of the streaming API.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Operation, Page, Pager, RateLimit, RawItems, Record,
    RecordKind, Request, Result, Status,
};

use crate::data_export_settings::DataExportSettings;

/// `mde.data_export_settings.list`: List the settings of the streaming API. Status: observed.
pub static LIST: Operation =
    Operation::get("mde.data_export_settings.list", "/api/dataExportSettings")
        .host("mde")
        .summary("List the settings of the streaming API")
        .help("Signed-in users need to be Security Administrator or Global Administrator.")
        .status(Status::Observed)
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .record(&Record::new(RecordKind::Mutable).key(&["id"]))
        .columns(&[
            Column::new("id", Cell::Id),
            Column::new("workspaceProperties.name", Cell::Text),
            Column::new("eventHubProperties.name", Cell::Text),
            Column::new("storageAccountProperties.name", Cell::Text),
        ])
        .source("observed: DefenderHarvester main.go; PyPI mde-client 0.4.0");

/// List the settings of the streaming API.
///
/// Signed-in users need to be Security Administrator or Global Administrator.
///
/// Source: `observed: DefenderHarvester main.go; PyPI mde-client 0.4.0`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.data_export_settings().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListDataExportSettings {
    client: Client,
    request: Request,
}

impl ListDataExportSettings {
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
    pub async fn send(self) -> Result<Page<DataExportSettings>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<DataExportSettings> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<DataExportSettings> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<DataExportSettings> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListDataExportSettings);
