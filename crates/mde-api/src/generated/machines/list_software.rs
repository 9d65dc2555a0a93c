//! `mde.machines.list_software`: List software installed on one device.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RawItems, Record,
    RecordKind, Request, Result,
};

use crate::machines::Machine;
use crate::software::Software;

/// `mde.machines.list_software`: List software installed on one device.
pub static LIST_SOFTWARE: Operation = Operation::get(
    "mde.machines.list_software",
    "/api/machines/{machine_id}/software",
)
.host("mde")
.summary("List software installed on one device")
.help(
    "The numbers are those of the organisation, not of the device, and the \
version is missing. Use `mde.assessments.list_software_inventory` for \
versions.",
)
.inputs(&[Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091")])
.collection("value")
.permissions(&["Software.Read.All"], &["Software.Read"])
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("name", Cell::Name),
    Column::new("vendor", Cell::Text),
    Column::new("weaknesses", Cell::Number),
    Column::new("exposedMachines", Cell::Number),
    Column::new("impactScore", Cell::Number),
    Column::new("publicExploit", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-installed-software.md");

/// List software installed on one device.
///
/// The numbers are those of the organisation, not of the device, and the version is missing.
/// Use `mde.assessments.list_software_inventory` for versions.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-installed-software.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.machines().list_software("0f4d7265a9d03fc22b960d84c410343d7e432091").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListMachineSoftware {
    client: Client,
    request: Request,
}

impl ListMachineSoftware {
    pub(super) fn new(client: &Client, machine_id: impl Into<Id<Machine>>) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let request = Request::new(&LIST_SOFTWARE).set("machine_id", machine_id);
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
    pub async fn send(self) -> Result<Page<Software>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Software> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Software> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Software> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListMachineSoftware);
