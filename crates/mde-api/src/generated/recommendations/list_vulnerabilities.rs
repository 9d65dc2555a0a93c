//! `mde.recommendations.list_vulnerabilities`: List vulnerabilities behind one recommendation.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RawItems, Record,
    RecordKind, Request, Result,
};

use crate::recommendations::Recommendation;
use crate::vulnerabilities::Vulnerability;

/// `mde.recommendations.list_vulnerabilities`: List vulnerabilities behind one recommendation.
pub static LIST_VULNERABILITIES: Operation = Operation::get(
    "mde.recommendations.list_vulnerabilities",
    "/api/recommendations/{recommendation_id}/vulnerabilities",
)
.host("mde")
.summary("List vulnerabilities behind one recommendation")
.inputs(&[Param::path("recommendation_id").example("va-_-microsoft-_-edge")])
.collection("value")
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.record(
    &Record::new(RecordKind::Mutable)
        .key(&["id"])
        .version("updatedOn")
        .created("publishedOn"),
)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("severity", Cell::Severity),
    Column::new("cvssV3", Cell::Number),
    Column::new("exposedMachines", Cell::Number),
    Column::new("publicExploit", Cell::Text),
    Column::new("publishedOn", Cell::Age),
    Column::new("description", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-recommendation-vulnerabilities.md");

/// List vulnerabilities behind one recommendation.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-recommendation-vulnerabilities.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.recommendations().list_vulnerabilities("va-_-microsoft-_-edge").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListRecommendationVulnerabilities {
    client: Client,
    request: Request,
}

impl ListRecommendationVulnerabilities {
    pub(super) fn new(client: &Client, recommendation_id: impl Into<Id<Recommendation>>) -> Self {
        let recommendation_id: Id<Recommendation> = recommendation_id.into();
        let request =
            Request::new(&LIST_VULNERABILITIES).set("recommendation_id", recommendation_id);
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
    pub async fn send(self) -> Result<Page<Vulnerability>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Vulnerability> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Vulnerability> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Vulnerability> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListRecommendationVulnerabilities);
