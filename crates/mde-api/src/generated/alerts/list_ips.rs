//! `mde.alerts.list_ips`: List an alert's IP addresses.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RateLimit,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::alerts::Alert;
use crate::ips::Ip;

/// `mde.alerts.list_ips`: List an alert's IP addresses.
pub static LIST_IPS: Operation =
    Operation::get("mde.alerts.list_ips", "/api/alerts/{alert_id}/ips")
        .host("mde")
        .summary("List an alert's IP addresses")
        .help("Signed-in users see only devices of their device groups.")
        .inputs(&[Param::path("alert_id").example("da638520395183410110_-1281741616")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Ip.Read.All"], &["Ip.Read.All"])
        .role("View Data")
        .record(&Record::new(RecordKind::Snapshot).key(&["id"]))
        .columns(&[Column::new("id", Cell::Id)])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-ip-info.md");

/// List an alert's IP addresses.
///
/// Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-ip-info.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.alerts().list_ips("da638520395183410110_-1281741616").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAlertIps {
    client: Client,
    request: Request,
}

impl ListAlertIps {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<Alert>>) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
        let request = Request::new(&LIST_IPS).set("alert_id", alert_id);
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
    pub async fn send(self) -> Result<Page<Ip>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Ip> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Ip> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Ip> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAlertIps);
