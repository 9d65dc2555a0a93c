//! `mde.machines.list_alerts`: List a device's alerts.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RateLimit,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::alerts::Alert;
use crate::machines::Machine;

/// `mde.machines.list_alerts`: List a device's alerts.
pub static LIST_ALERTS: Operation = Operation::get(
    "mde.machines.list_alerts",
    "/api/machines/{machine_id}/alerts",
)
.host("mde")
.summary("List a device's alerts")
.help("Signed-in users see only devices of their device groups.")
.inputs(&[Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091")])
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Alert.Read.All", "Alert.ReadWrite.All"],
    &["Alert.Read", "Alert.ReadWrite"],
)
.role("View Data")
.record(
    &Record::new(RecordKind::Mutable)
        .key(&["id"])
        .version("lastUpdateTime")
        .created("alertCreationTime"),
)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("incidentId", Cell::Id),
    Column::new("title", Cell::Name),
    Column::new("severity", Cell::Severity),
    Column::new("status", Cell::Text),
    Column::new("computerDnsName", Cell::Name),
    Column::new("alertCreationTime", Cell::Age),
    Column::new("assignedTo", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-related-alerts.md");

/// List a device's alerts.
///
/// Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-related-alerts.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.machines().list_alerts("0f4d7265a9d03fc22b960d84c410343d7e432091").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListMachineAlerts {
    client: Client,
    request: Request,
}

impl ListMachineAlerts {
    pub(super) fn new(client: &Client, machine_id: impl Into<Id<Machine>>) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let request = Request::new(&LIST_ALERTS).set("machine_id", machine_id);
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
    pub async fn send(self) -> Result<Page<Alert>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Alert> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Alert> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Alert> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListMachineAlerts);
