//! `mde.scores.list_exposure_by_machine_group`: List exposure scores by device group.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Operation, Page, Pager, RawItems, Record,
    RecordKind, Request, Result,
};

use crate::scores::Score;

/// `mde.scores.list_exposure_by_machine_group`: List exposure scores by device group.
pub static LIST_EXPOSURE_BY_MACHINE_GROUP: Operation = Operation::get(
    "mde.scores.list_exposure_by_machine_group",
    "/api/exposureScore/ByMachineGroups",
)
.host("mde")
.summary("List exposure scores by device group")
.help("Lower is better.")
.collection("value")
.permissions(&["Score.Read.All"], &["Score.Read"])
.record(&Record::new(RecordKind::Snapshot).key(&["rbacGroupName"]))
.columns(&[
    Column::new("rbacGroupName", Cell::Name),
    Column::new("score", Cell::Number),
    Column::new("time", Cell::Age),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-group-exposure-score.md");

/// List exposure scores by device group.
///
/// Lower is better.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-group-exposure-score.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.scores().list_exposure_by_machine_group().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListScoreExposureByMachineGroup {
    client: Client,
    request: Request,
}

impl ListScoreExposureByMachineGroup {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_EXPOSURE_BY_MACHINE_GROUP);
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
    pub async fn send(self) -> Result<Page<Score>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Score> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Score> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Score> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListScoreExposureByMachineGroup);
