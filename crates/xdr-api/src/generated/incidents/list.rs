//! `xdr.incidents.list`: List incidents with their alerts and entities.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Items, Kind, Operation, Page, Pager,
    Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::incidents::XdrIncident;

/// `xdr.incidents.list`: List incidents with their alerts and entities.
pub static LIST: Operation = Operation::get("xdr.incidents.list", "/api/incidents")
    .host("xdr")
    .summary("List incidents with their alerts and entities")
    .help(
        "Newest first, each with its alerts, devices and entities. Incidents cannot \
be filtered by severity.",
    )
    .inputs(&[
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("status eq 'Active'"),
        Param::query("$top")
            .kind(Kind::Integer)
            .help("Rows per page; it does not limit the total."),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
    ])
    .collection("value")
    .paging(Paging::Skip)
    .unique_by("incidentId")
    .page_size(100)
    .filterable(&["lastUpdateTime", "createdTime", "status", "assignedTo"])
    .filter_types(&[
        FilterProperty::new("lastUpdateTime", Kind::Time),
        FilterProperty::new("createdTime", Kind::Time),
        FilterProperty::new(
            "status",
            Kind::Enum(&["Active", "InProgress", "Resolved", "Redirected"]),
        ),
    ])
    .limits(&[RateLimit::per_minute(50), RateLimit::per_hour(1500)])
    .permissions(
        &["Incident.Read.All", "Incident.ReadWrite.All"],
        &["Incident.Read", "Incident.ReadWrite"],
    )
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["incidentId"])
            .version("lastUpdateTime")
            .created("createdTime")
            .since(Since::new(
                "lastUpdateTime",
                SinceForm::Filter("lastUpdateTime"),
            )),
    )
    .columns(&[
        Column::new("incidentId", Cell::Id),
        Column::new("incidentName", Cell::Name),
        Column::new("severity", Cell::Severity),
        Column::new("status", Cell::Text),
        Column::new("createdTime", Cell::Age),
        Column::new("assignedTo", Cell::Text),
        Column::new("lastUpdateTime", Cell::Age),
    ])
    .source("MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md");

/// List incidents with their alerts and entities.
///
/// Newest first, each with its alerts, devices and entities. Incidents cannot be filtered by
/// severity.
///
/// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-list-incidents.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.incidents().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListIncidents {
    client: Client,
    request: Request,
}

impl ListIncidents {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`XdrIncidentFilter`](super::XdrIncidentFilter) has the documented properties.
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
    pub async fn send(self) -> Result<Page<XdrIncident>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<XdrIncident> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<XdrIncident> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<XdrIncident> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListIncidents);
