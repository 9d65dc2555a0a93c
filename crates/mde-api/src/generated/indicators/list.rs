//! `mde.indicators.list`: List active indicators.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Items, Kind, Operation, Page, Pager,
    Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::indicators::Indicator;

/// `mde.indicators.list`: List active indicators.
pub static LIST: Operation = Operation::get("mde.indicators.list", "/api/indicators")
    .host("mde")
    .summary("List active indicators")
    .help("With `Ti.ReadWrite` an application sees only the indicators it created.")
    .inputs(&[
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("severity eq 'High'"),
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
    .filterable(&[
        "application",
        "createdByDisplayName",
        "expirationTime",
        "generateAlert",
        "title",
        "rbacGroupNames",
        "rbacGroupIds",
        "indicatorValue",
        "indicatorType",
        "creationTimeDateTimeUtc",
        "createdBy",
        "action",
        "severity",
    ])
    .filter_types(&[
        FilterProperty::new("expirationTime", Kind::Time),
        FilterProperty::new(
            "indicatorType",
            Kind::Enum(&[
                "FileSha1",
                "FileSha256",
                "FileMd5",
                "CertificateThumbprint",
                "IpAddress",
                "DomainName",
                "Url",
                "ProcessMemorySimilarityHash",
                "WebCategory",
            ]),
        ),
        FilterProperty::new("creationTimeDateTimeUtc", Kind::Time),
        FilterProperty::new(
            "action",
            Kind::Enum(&[
                "Warn",
                "Block",
                "Audit",
                "Alert",
                "AlertAndBlock",
                "BlockAndRemediate",
                "Allowed",
            ]),
        ),
        FilterProperty::new(
            "severity",
            Kind::Enum(&["Informational", "Low", "Medium", "High"]),
        ),
    ])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &["Ti.ReadWrite"])
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["id"])
            .version("lastUpdateTime")
            .created("creationTimeDateTimeUtc")
            .since(Since::new(
                "creationTimeDateTimeUtc",
                SinceForm::Filter("creationTimeDateTimeUtc"),
            )),
    )
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("indicatorValue", Cell::Name),
        Column::new("indicatorType", Cell::Text),
        Column::new("action", Cell::Text),
        Column::new("severity", Cell::Severity),
        Column::new("title", Cell::Name),
        Column::new("expirationTime", Cell::Age),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-ti-indicators-collection.md");

/// List active indicators.
///
/// With `Ti.ReadWrite` an application sees only the indicators it created.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-ti-indicators-collection.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.indicators().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListIndicators {
    client: Client,
    request: Request,
}

impl ListIndicators {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`IndicatorFilter`](super::IndicatorFilter) has the documented properties.
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
    pub async fn send(self) -> Result<Page<Indicator>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Indicator> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Indicator> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Indicator> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListIndicators);
