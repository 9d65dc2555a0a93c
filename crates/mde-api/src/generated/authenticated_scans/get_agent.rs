//! `mde.authenticated_scans.get_agent`: Get one scan agent.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RateLimit,
    RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::authenticated_scans::ScanAgent;

/// `mde.authenticated_scans.get_agent`: Get one scan agent. Status: preview.
pub static GET_AGENT: Operation = Operation::get(
    "mde.authenticated_scans.get_agent",
    "/api/DeviceAuthenticatedScanAgents/{agent_id}",
)
.host("mde")
.summary("Get one scan agent")
.status(Status::Preview)
.inputs(&[Param::path("agent_id").example(concat!(
    "0d5a4db0-5a4d-4b05-a000-000000000001_0f4d7265a9d03fc22b960d8",
    "4c410343d7e432091"
))])
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Read.All"], &["Machine.Read"])
.role("ViewData or TvmViewData")
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("computerDnsName", Cell::Name),
    Column::new("lastSeen", Cell::Age),
    Column::new("mdeClientVersion", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/Get-agent-details.md");

/// Get one scan agent.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-agent-details.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.authenticated_scans().get_agent("0d5a4db0-5a4d-4b05-a000-000000000001_0f4d7265a9d03fc22b960d84c410343d7e432091").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetAuthenticatedScanAgent {
    client: Client,
    request: Request,
}

impl GetAuthenticatedScanAgent {
    pub(super) fn new(client: &Client, agent_id: impl Into<Id<ScanAgent>>) -> Self {
        let agent_id: Id<ScanAgent> = agent_id.into();
        let request = Request::new(&GET_AGENT).set("agent_id", agent_id);
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
    pub async fn send(self) -> Result<Page<ScanAgent>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<ScanAgent> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<ScanAgent> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<ScanAgent> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(GetAuthenticatedScanAgent);
