//! `mde.indicators.list`: List active indicators.

use http_core::odata::Filter;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RateLimit, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::indicators::Indicator;

/// `mde.indicators.list`: List active indicators.
pub static LIST: Operation = Operation::get("mde.indicators.list", "/api/indicators")
    .host("mde")
    .summary("List active indicators")
    .help(
        "With Ti.ReadWrite an application sees only the indicators it created, with \
Ti.ReadWrite.All all of them. The page writes $stop for $top; \
lastUpdateTime is not filterable.",
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
/// With Ti.ReadWrite an application sees only the indicators it created, with Ti.ReadWrite.All
/// all of them. The page writes `$stop` for `$top`; lastUpdateTime is not filterable.
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
}
