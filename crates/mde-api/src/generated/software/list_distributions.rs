//! `mde.software.list_distributions`: List installed versions of one software with counts.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RawItems, Record,
    RecordKind, Request, Result,
};

use crate::software::Software;
use crate::software::SoftwareDistribution;

/// `mde.software.list_distributions`: List installed versions of one software with counts.
pub static LIST_DISTRIBUTIONS: Operation = Operation::get(
    "mde.software.list_distributions",
    "/api/Software/{software_id}/distributions",
)
.host("mde")
.summary("List installed versions of one software with counts")
.inputs(&[Param::path("software_id").example("microsoft-_-edge")])
.collection("value")
.permissions(&["Software.Read.All"], &["Software.Read"])
.record(&Record::new(RecordKind::Snapshot).key(&["version"]))
.columns(&[
    Column::new("version", Cell::Name),
    Column::new("installations", Cell::Number),
    Column::new("vulnerabilities", Cell::Number),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-software-ver-distribution.md");

/// List installed versions of one software with counts.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-software-ver-distribution.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.software().list_distributions("microsoft-_-edge").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListSoftwareDistributions {
    client: Client,
    request: Request,
}

impl ListSoftwareDistributions {
    pub(super) fn new(client: &Client, software_id: impl Into<Id<Software>>) -> Self {
        let software_id: Id<Software> = software_id.into();
        let request = Request::new(&LIST_DISTRIBUTIONS).set("software_id", software_id);
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
    pub async fn send(self) -> Result<Page<SoftwareDistribution>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<SoftwareDistribution> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<SoftwareDistribution> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<SoftwareDistribution> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListSoftwareDistributions);
