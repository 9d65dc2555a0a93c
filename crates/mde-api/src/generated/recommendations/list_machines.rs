//! `mde.recommendations.list_machines`: List devices one recommendation concerns.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RawItems, Record,
    RecordKind, Request, Result,
};

use crate::recommendations::MachineReference;
use crate::recommendations::Recommendation;

/// `mde.recommendations.list_machines`: List devices one recommendation concerns.
pub static LIST_MACHINES: Operation = Operation::get(
    "mde.recommendations.list_machines",
    "/api/recommendations/{recommendation_id}/machineReferences",
)
.host("mde")
.summary("List devices one recommendation concerns")
.inputs(&[Param::path("recommendation_id").example("va-_-microsoft-_-edge")])
.collection("value")
.permissions(
    &["SecurityRecommendation.Read.All"],
    &["SecurityRecommendation.Read"],
)
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("computerDnsName", Cell::Name),
    Column::new("osPlatform", Cell::Text),
    Column::new("rbacGroupName", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-recommendation-machines.md");

/// List devices one recommendation concerns.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-recommendation-machines.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.recommendations().list_machines("va-_-microsoft-_-edge").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListRecommendationMachines {
    client: Client,
    request: Request,
}

impl ListRecommendationMachines {
    pub(super) fn new(client: &Client, recommendation_id: impl Into<Id<Recommendation>>) -> Self {
        let recommendation_id: Id<Recommendation> = recommendation_id.into();
        let request = Request::new(&LIST_MACHINES).set("recommendation_id", recommendation_id);
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
    pub async fn send(self) -> Result<Page<MachineReference>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<MachineReference> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<MachineReference> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<MachineReference> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListRecommendationMachines);
