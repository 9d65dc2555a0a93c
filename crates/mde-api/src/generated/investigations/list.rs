//! `mde.investigations.list`: List automated investigations.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Items, Kind, Operation, Page, Pager,
    Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::investigations::Investigation;

/// `mde.investigations.list`: List automated investigations.
pub static LIST: Operation = Operation::get("mde.investigations.list", "/api/investigations")
    .host("mde")
    .summary("List automated investigations")
    .inputs(&[
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("state eq 'SuccessfullyRemediated'"),
        Param::query("$top")
            .kind(Kind::Integer)
            .help("Rows per page; it does not limit the total."),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
    ])
    .collection("value")
    .paging(Paging::NextLink)
    .page_size(10000)
    .filterable(&["startTime", "id", "state", "machineId", "triggeringAlertId"])
    .filter_types(&[
        FilterProperty::new("startTime", Kind::Time),
        FilterProperty::new(
            "state",
            Kind::Enum(&[
                "Unknown",
                "Terminated",
                "SuccessfullyRemediated",
                "Benign",
                "Failed",
                "PartiallyRemediated",
                "Running",
                "PendingApproval",
                "PendingResource",
                "PartiallyInvestigated",
                "TerminatedByUser",
                "TerminatedBySystem",
                "Queued",
                "InnerFailure",
                "PreexistingAlert",
                "UnsupportedOs",
                "UnsupportedAlertType",
                "SuppressedAlert",
                "Disabled",
            ]),
        ),
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
            .created("startTime")
            .since(Since::new("startTime", SinceForm::Filter("startTime"))),
    )
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("state", Cell::Text),
        Column::new("computerDnsName", Cell::Name),
        Column::new("startTime", Cell::Age),
        Column::new("endTime", Cell::Age),
        Column::new("triggeringAlertId", Cell::Id),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-investigation-collection.md");

/// List automated investigations.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-investigation-collection.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.investigations().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListInvestigations {
    client: Client,
    request: Request,
}

impl ListInvestigations {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`InvestigationFilter`](super::InvestigationFilter) has the documented properties.
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
    pub async fn send(self) -> Result<Page<Investigation>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Investigation> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Investigation> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Investigation> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListInvestigations);
