//! `mde.alerts.list`: List alerts.

use http_core::odata::Filter;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RateLimit, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::alerts::Alert;

/// `mde.alerts.list`: List alerts.
pub static LIST: Operation = Operation::get("mde.alerts.list", "/api/alerts")
    .host("mde")
    .summary("List alerts")
    .help(
        "$expand takes evidence only; without it evidence comes as an empty array. \
The page misspells assignedTo as asssignedTo and writes InvestigationId; \
the OData page lists fewer filter properties. Only alerts within the \
tenant's retention period. Delegated callers need the role permission 'View \
Data' and see only devices of their device groups.",
    )
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
        Param::query("$expand").help("related members to send along"),
    ])
    .collection("value")
    .paging(Paging::NextLink)
    .page_size(10000)
    .filterable(&[
        "alertCreationTime",
        "lastUpdateTime",
        "incidentId",
        "investigationId",
        "id",
        "assignedTo",
        "detectionSource",
        "lastEventTime",
        "status",
        "severity",
        "category",
    ])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Alert.Read.All", "Alert.ReadWrite.All"],
        &["Alert.Read", "Alert.ReadWrite"],
    )
    .role("View Data")
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["id"])
            .version("lastUpdateTime")
            .created("alertCreationTime")
            .since(Since::new(
                "lastUpdateTime",
                SinceForm::Filter("lastUpdateTime"),
            )),
    )
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("incidentId", Cell::Id),
        Column::new("title", Cell::Name),
        Column::new("severity", Cell::Severity),
        Column::new("status", Cell::Text),
        Column::new("computerDnsName", Cell::Name),
        Column::new("assignedTo", Cell::Text),
        Column::new("alertCreationTime", Cell::Age),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-alerts.md");

/// List alerts.
///
/// `$expand` takes evidence only; without it evidence comes as an empty array. The page
/// misspells assignedTo as asssignedTo and writes InvestigationId; the OData page lists fewer
/// filter properties. Only alerts within the tenant's retention period. Delegated callers need
/// the role permission 'View Data' and see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alerts.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.alerts().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAlerts {
    client: Client,
    request: Request,
}

impl ListAlerts {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
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

    /// Expand. Related members to send along.
    pub fn expand(mut self, expand: impl Into<String>) -> Self {
        let expand: String = expand.into();
        self.request = self.request.set("$expand", expand);
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
}
