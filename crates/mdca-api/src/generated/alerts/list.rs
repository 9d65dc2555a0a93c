//! `mdca.alerts.list`: List alerts, GET form.

use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Newest, Operation, Page, Pager, Paging, Param,
    RateLimit, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::alerts::Alert;
use crate::alerts::AlertFilters;
use crate::discovery::RequestSortDirection;

/// `mdca.alerts.list`: List alerts, GET form.
pub static LIST: Operation = Operation::get("mdca.alerts.list", "/api/v1/alerts/")
    .host("mdca_portal")
    .summary("List alerts, GET form")
    .help(
        "The page lists body parameters for GET as for POST and its general example \
sends a JSON body with GET. A client that cannot send a body with GET \
should use the POST row, or the query parameters. The answer carries max, \
the largest limit this tenant may use. Send the id filter as id (lower \
case) though the table says ID. A severity filter of 0 has been reported to \
return medium alerts as well (MicrosoftDocs/CloudAppSecurityDocs#511): \
check severityValue again in the client.",
    )
    .inputs(&[
        Param::query("filters")
            .help("JSON text of the filter object, percent-encoded; observed, not documented"),
        Param::query("sortDirection")
            .kind(Kind::Enum(&["asc", "desc"]))
            .help("observed, not documented"),
        Param::query("sortField").help("as in the body"),
        Param::query("skip")
            .kind(Kind::Integer)
            .help("the page says limit may be sent URL-encoded; skip likewise"),
        Param::query("limit")
            .kind(Kind::Integer)
            .help("documented as allowed URL-encoded"),
    ])
    .collection("data")
    .paging(Paging::SkipLimit)
    .page_size(100)
    .filter_fields(AlertFilters::FIELDS)
    .filterable(&[
        "entity.entity",
        "entity.ip",
        "entity.service",
        "entity.instance",
        "entity.policy",
        "entity.file",
        "alertOpen",
        "severity",
        "resolutionStatus",
        "read",
        "date",
        "resolutionDate",
        "risk",
        "alertType",
        "id",
        "source",
    ])
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &[
            "Investigation.read",
            "Discovery.read",
            "Investigation.manage",
            "Discovery.manage",
        ],
        &[
            "Investigation.read",
            "Discovery.read",
            "Investigation.manage",
            "Discovery.manage",
        ],
    )
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["_id"])
            .created("timestamp")
            .newest(Newest::new(
                "timestamp",
                &[("sortDirection", "desc"), ("sortField", "date")],
            ))
            .since(Since::new("timestamp", SinceForm::Field("date"))),
    )
    .columns(&[
        Column::new("_id", Cell::Id),
        Column::new("title", Cell::Name),
        Column::new("severityValue", Cell::Severity),
        Column::new("statusValue", Cell::Text),
        Column::new("timestamp", Cell::Age),
    ])
    .source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-list.md");

/// List alerts, GET form.
///
/// The page lists body parameters for GET as for POST and its general example sends a JSON body
/// with GET. A client that cannot send a body with GET should use the POST row, or the query
/// parameters. The answer carries max, the largest limit this tenant may use. Send the id
/// filter as id (lower case) though the table says ID. A severity filter of 0 has been reported
/// to return medium alerts as well (MicrosoftDocs/CloudAppSecurityDocs#511): check
/// severityValue again in the client.
///
/// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-alerts-list.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
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

    /// Filters. JSON text of the filter object, percent-encoded; observed, not documented.
    pub fn filters(mut self, filters: impl Into<String>) -> Self {
        let filters: String = filters.into();
        self.request = self.request.set("filters", filters);
        self
    }

    /// Sort direction. Observed, not documented.
    pub fn sort_direction(mut self, sort_direction: impl Into<RequestSortDirection>) -> Self {
        let sort_direction: RequestSortDirection = sort_direction.into();
        self.request = self.request.set("sortDirection", sort_direction);
        self
    }

    /// Sort field. As in the body.
    pub fn sort_field(mut self, sort_field: impl Into<String>) -> Self {
        let sort_field: String = sort_field.into();
        self.request = self.request.set("sortField", sort_field);
        self
    }

    /// Skip. The page says limit may be sent URL-encoded; skip likewise.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("skip", skip);
        self
    }

    /// Limit. Documented as allowed URL-encoded.
    pub fn limit(mut self, limit: u32) -> Self {
        self.request = self.request.set("limit", limit);
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
