//! `mde.domains.list_alerts`: List a domain's alerts.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Operation, Page, Pager, Param, RateLimit, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::alerts::Alert;

/// `mde.domains.list_alerts`: List a domain's alerts.
pub static LIST_ALERTS: Operation =
    Operation::get("mde.domains.list_alerts", "/api/domains/{domain}/alerts")
        .host("mde")
        .summary("List a domain's alerts")
        .help(
            "An unknown domain gives an empty list. Signed-in users see only devices of \
their device groups.",
        )
        .inputs(&[Param::path("domain")
            .members(&["host", "domainName"])
            .example("mail.example.com")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Alert.ReadWrite.All"], &["Alert.ReadWrite"])
        .role("View Data")
        .record(
            &Record::new(RecordKind::Mutable)
                .key(&["id"])
                .version("lastUpdateTime")
                .created("alertCreationTime"),
        )
        .columns(&[
            Column::new("id", Cell::Id),
            Column::new("incidentId", Cell::Id),
            Column::new("title", Cell::Name),
            Column::new("severity", Cell::Severity),
            Column::new("status", Cell::Text),
            Column::new("computerDnsName", Cell::Name),
            Column::new("alertCreationTime", Cell::Age),
            Column::new("assignedTo", Cell::Text),
        ])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-domain-related-alerts.md");

/// List a domain's alerts.
///
/// An unknown domain gives an empty list. Signed-in users see only devices of their device
/// groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-domain-related-alerts.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.domains().list_alerts("mail.example.com").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListDomainAlerts {
    client: Client,
    request: Request,
}

impl ListDomainAlerts {
    pub(super) fn new(client: &Client, domain: impl Into<String>) -> Self {
        let domain: String = domain.into();
        let request = Request::new(&LIST_ALERTS).set("domain", domain);
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
    pub async fn send(self) -> Result<Page<Alert>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Alert> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Alert> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Alert> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListDomainAlerts);
