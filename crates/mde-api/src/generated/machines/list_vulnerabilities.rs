//! `mde.machines.list_vulnerabilities`: List vulnerabilities found on one device.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RateLimit,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::machines::Machine;
use crate::vulnerabilities::Vulnerability;

/// `mde.machines.list_vulnerabilities`: List vulnerabilities found on one device.
pub static LIST_VULNERABILITIES: Operation = Operation::get(
    "mde.machines.list_vulnerabilities",
    "/api/machines/{machine_id}/vulnerabilities",
)
.host("mde")
.summary("List vulnerabilities found on one device")
.help(
    "Does not name the software. Use \
`mde.vulnerabilities.list_by_machine_and_software` for that.",
)
.inputs(&[Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091")])
.collection("value")
.limits(&[RateLimit::per_minute(50), RateLimit::per_hour(1500)])
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
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-discovered-vulnerabilities.md");

/// List vulnerabilities found on one device.
///
/// Does not name the software. Use `mde.vulnerabilities.list_by_machine_and_software` for that.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-discovered-vulnerabilities.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.machines().list_vulnerabilities("0f4d7265a9d03fc22b960d84c410343d7e432091").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListMachineVulnerabilities {
    client: Client,
    request: Request,
}

impl ListMachineVulnerabilities {
    pub(super) fn new(client: &Client, machine_id: impl Into<Id<Machine>>) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let request = Request::new(&LIST_VULNERABILITIES).set("machine_id", machine_id);
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

http_core::call_options!(ListMachineVulnerabilities);
