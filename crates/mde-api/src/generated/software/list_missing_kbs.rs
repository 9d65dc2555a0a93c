//! `mde.software.list_missing_kbs`: List missing security updates of one software.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RawItems, Record,
    RecordKind, Request, Result,
};

use crate::machines::MissingKb;
use crate::software::Software;

/// `mde.software.list_missing_kbs`: List missing security updates of one software.
pub static LIST_MISSING_KBS: Operation = Operation::get(
    "mde.software.list_missing_kbs",
    "/api/Software/{software_id}/getmissingkbs",
)
.host("mde")
.summary("List missing security updates of one software")
.help("`machineMissedOn` counts devices of the whole organisation.")
.inputs(&[Param::path("software_id").example("microsoft-_-edge")])
.collection("value")
.permissions(&["Software.Read.All"], &["Software.Read"])
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("name", Cell::Name),
    Column::new("machineMissedOn", Cell::Number),
    Column::new("cveAddressed", Cell::Number),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-missing-kbs-software.md");

/// List missing security updates of one software.
///
/// `machineMissedOn` counts devices of the whole organisation.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-missing-kbs-software.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.software().list_missing_kbs("microsoft-_-edge").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListSoftwareMissingKbs {
    client: Client,
    request: Request,
}

impl ListSoftwareMissingKbs {
    pub(super) fn new(client: &Client, software_id: impl Into<Id<Software>>) -> Self {
        let software_id: Id<Software> = software_id.into();
        let request = Request::new(&LIST_MISSING_KBS).set("software_id", software_id);
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
    pub async fn send(self) -> Result<Page<MissingKb>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<MissingKb> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<MissingKb> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<MissingKb> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListSoftwareMissingKbs);
