//! `mde.recommendations.list`: List security recommendations.

use http_core::odata::Filter;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::recommendations::Recommendation;

/// `mde.recommendations.list`: List security recommendations.
pub static LIST: Operation = Operation::get("mde.recommendations.list", "/api/recommendations")
    .host("mde")
    .summary("List security recommendations")
    .help(
        "Covers software (va-_-vendor-_-product) and configuration (sca-_-scid-N) \
recommendations. A machineReferences member with null was seen in real rows \
(MicrosoftDocs/microsoft-365-docs#9061); ignore it.",
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
/// Covers software (`va-_-vendor-_-product`) and configuration (`sca-_-scid-N`)
/// recommendations. A machineReferences member with null was seen in real rows
/// (MicrosoftDocs/microsoft-365-docs#9061); ignore it.
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
}
