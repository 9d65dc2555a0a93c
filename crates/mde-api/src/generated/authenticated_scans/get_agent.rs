//! `mde.authenticated_scans.get_agent`: Get one scan agent.

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
.help(
    "The request line lacks the id, the example has it (a 40-hex id, unlike the \
agent ids in the samples). Accept an entity or a one-item collection. \
Delegated callers need the role permission ViewData or TvmViewData.",
)
.status(Status::Preview)
.inputs(&[Param::path("agent_id")])
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Read.All"], &["Machine.Read.All"])
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
/// The request line lacks the id, the example has it (a 40-hex id, unlike the agent ids in the
/// samples). Accept an entity or a one-item collection. Delegated callers need the role
/// permission ViewData or TvmViewData.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-agent-details.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.authenticated_scans().get_agent("agent-id").items();
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
}
