//! `mde.alerts.list_domains`: List an alert's domains.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RateLimit,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::alerts::Alert;
use crate::domains::Domain;

/// `mde.alerts.list_domains`: List an alert's domains.
pub static LIST_DOMAINS: Operation =
    Operation::get("mde.alerts.list_domains", "/api/alerts/{alert_id}/domains")
        .host("mde")
        .summary("List an alert's domains")
        .help("Signed-in users see only devices of their device groups.")
        .inputs(&[Param::path("alert_id").example("da638520395183410110_-1281741616")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Url.Read.All"], &["Url.Read.All"])
        .role("View Data")
        .record(&Record::new(RecordKind::Snapshot).key(&["host"]))
        .columns(&[Column::new("host", Cell::Name)])
        .source(
            "MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-domain-info.md",
        );

/// List an alert's domains.
///
/// Signed-in users see only devices of their device groups.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-domain-info.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.alerts().list_domains("da638520395183410110_-1281741616").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAlertDomains {
    client: Client,
    request: Request,
}

impl ListAlertDomains {
    pub(super) fn new(client: &Client, alert_id: impl Into<Id<Alert>>) -> Self {
        let alert_id: Id<Alert> = alert_id.into();
        let request = Request::new(&LIST_DOMAINS).set("alert_id", alert_id);
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
    pub async fn send(self) -> Result<Page<Domain>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Domain> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Domain> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Domain> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAlertDomains);
