//! `mde.recommendations.list`: List security recommendations.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Items, Kind, Operation, Page, Pager,
    Paging, Param, RawItems, Record, RecordKind, Request, Result,
};

use crate::recommendations::Recommendation;

/// `mde.recommendations.list`: List security recommendations.
pub static LIST: Operation = Operation::get("mde.recommendations.list", "/api/recommendations")
    .host("mde")
    .summary("List security recommendations")
    .help(
        "Lists recommendations for software (`va-_-`) and for configurations \
(`sca-_-`).",
    )
    .inputs(&[
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("vendor eq 'microsoft'"),
        Param::query("$top")
            .kind(Kind::Integer)
            .help("Rows per page; it does not limit the total."),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
    ])
    .collection("value")
    .paging(Paging::Skip)
    .page_size(10000)
    .filterable(&[
        "id",
        "productName",
        "vendor",
        "recommendedVersion",
        "recommendationCategory",
        "subCategory",
        "severityScore",
        "remediationType",
        "recommendedProgram",
        "recommendedVendor",
        "status",
    ])
    .filter_types(&[
        FilterProperty::new(
            "recommendationCategory",
            Kind::Enum(&[
                "Accounts",
                "Application",
                "Network",
                "OS",
                "SecurityControls",
            ]),
        ),
        FilterProperty::new(
            "remediationType",
            Kind::Enum(&["ConfigurationChange", "Update", "Upgrade", "Uninstall"]),
        ),
        FilterProperty::new(
            "status",
            Kind::Enum(&["Active", "Exception", "PartialException"]),
        ),
    ])
    .permissions(
        &["SecurityRecommendation.Read.All"],
        &["SecurityRecommendation.Read"],
    )
    .record(&Record::new(RecordKind::Snapshot).key(&["id"]))
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("recommendationName", Cell::Name),
        Column::new("severityScore", Cell::Number),
        Column::new("exposedMachinesCount", Cell::Number),
        Column::new("status", Cell::Text),
        Column::new("remediationType", Cell::Text),
        Column::new("publicExploit", Cell::Text),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-recommendations.md");

/// List security recommendations.
///
/// Lists recommendations for software (`va-_-`) and for configurations (`sca-_-`).
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-recommendations.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.recommendations().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListRecommendations {
    client: Client,
    request: Request,
}

impl ListRecommendations {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`RecommendationFilter`](super::RecommendationFilter) has the documented properties.
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
    pub async fn send(self) -> Result<Page<Recommendation>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Recommendation> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Recommendation> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Recommendation> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListRecommendations);
