//! `graph.legacy_alerts.list`: List first-generation alerts.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Operation, Page, Pager, Paging, Param,
    RateLimit, RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::graph::legacy_alerts::LegacyAlert;

/// `graph.legacy_alerts.list`: List first-generation alerts. Status: legacy.
pub static LIST: Operation = Operation::get("graph.legacy_alerts.list", "/v1.0/security/alerts")
    .host("graph")
    .summary("List first-generation alerts")
    .help("The service has returned no data since 15 October 2026.")
    .status(Status::Legacy)
    .replaced_by(&["graph.alerts.list"])
    .inputs(&[
        Param::query("$count")
            .kind(Kind::Bool)
            .help("Also returns the total number of rows."),
        Param::query("$orderby").help("Property to sort by, followed by `asc` or `desc`."),
        Param::query("$select").help("Properties to return, separated by commas."),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
        Param::query("$top")
            .kind(Kind::Integer)
            .help("Rows per page; it does not limit the total."),
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("severity eq 'high'"),
    ])
    .headers(&[Header::new("prefer", "include-unknown-enum-members")])
    .collection("value")
    .paging(Paging::NextLink)
    .page_size(1000)
    .limits(&[RateLimit::per_minute(150)])
    .limit_class("graph.legacy_alerts")
    .permissions(
        &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
        &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
    )
    .retired(
        "the service has returned no data since 2026-10-15. Use graph.alerts.list \
(/v1.0/security/alerts_v2). Filters and members have other names there: \
status newAlert is new, vendorInformation/provider is serviceSource, \
closedDateTime is resolvedDateTime, lastModifiedDateTime is \
lastUpdateDateTime, feedback is classification with determination, and \
hostStates, userStates, fileStates and networkConnections are evidence. The \
permission is SecurityAlert.Read.All",
    )
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["id"])
            .version("lastModifiedDateTime")
            .created("createdDateTime"),
    )
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("title", Cell::Name),
        Column::new("severity", Cell::Severity),
        Column::new("status", Cell::Text),
        Column::new("createdDateTime", Cell::Age),
        Column::new("assignedTo", Cell::Text),
    ])
    .source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/alert-list.md");

/// List first-generation alerts.
///
/// The service has returned no data since 15 October 2026.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/alert-list.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().legacy_alerts().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListLegacyAlerts {
    client: Client,
    request: Request,
}

impl ListLegacyAlerts {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Also returns the total number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
        self
    }

    /// Property to sort by, followed by `asc` or `desc`.
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        let orderby: String = orderby.into();
        self.request = self.request.set("$orderby", orderby);
        self
    }

    /// Properties to return, separated by commas.
    pub fn select(mut self, select: impl Into<String>) -> Self {
        let select: String = select.into();
        self.request = self.request.set("$select", select);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("$skip", skip);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
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
    pub async fn send(self) -> Result<Page<LegacyAlert>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<LegacyAlert> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<LegacyAlert> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<LegacyAlert> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListLegacyAlerts);
