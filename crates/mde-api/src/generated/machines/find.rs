//! `mde.machines.find`: Find devices by internal IP (older form).

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Param, RawItems,
    Record, RecordKind, Request, Result, Status, Timestamp,
};

use crate::machines::Machine;

/// `mde.machines.find`: Find devices by internal IP (older form). Status: legacy.
pub static FIND: Operation = Operation::get(
    "mde.machines.find",
    "/api/machines/find(timestamp={timestamp},key={ip})",
)
.host("mde")
.summary("Find devices by internal IP (older form)")
.help(
    "Use `mde.machines.find_by_ip` instead. The time may lie 30 days back at \
most.",
)
.status(Status::Legacy)
.replaced_by(&["mde.machines.find_by_ip"])
.inputs(&[
    Param::path("timestamp")
        .kind(Kind::Time)
        .within_days(30)
        .example("1h"),
    Param::path("ip")
        .members(&["ipAddress", "remoteIP"])
        .example("10.2.0.2"),
])
.collection("value")
.permissions(&["Machine.Read.All", "Machine.ReadWrite.All"], &[])
.record(
    &Record::new(RecordKind::Mutable)
        .key(&["id"])
        .created("firstSeen")
        .seen("lastSeen"),
)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("computerDnsName", Cell::Name),
    Column::new("osPlatform", Cell::Text),
    Column::new("healthStatus", Cell::Text),
    Column::new("riskScore", Cell::Severity),
    Column::new("lastSeen", Cell::Age),
    Column::new("exposureLevel", Cell::Severity),
    Column::new("machineTags", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/find-machine-info-by-ip.md");

/// Find devices by internal IP (older form).
///
/// Use `mde.machines.find_by_ip` instead. The time may lie 30 days back at most.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/find-machine-info-by-ip.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.machines().find("2026-01-31T09:30:00Z", "10.2.0.2").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct FindMachines {
    client: Client,
    request: Request,
}

impl FindMachines {
    pub(super) fn new(
        client: &Client,
        timestamp: impl Into<Timestamp>,
        ip: impl Into<String>,
    ) -> Self {
        let timestamp: Timestamp = timestamp.into();
        let ip: String = ip.into();
        let request = Request::new(&FIND)
            .set("timestamp", timestamp)
            .set("ip", ip);
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
    pub async fn send(self) -> Result<Page<Machine>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Machine> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Machine> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Machine> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(FindMachines);
