//! `graph.threat_intelligence.host_list_trackers`: List the trackers of a host.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::HostTracker;

/// `graph.threat_intelligence.host_list_trackers`: List the trackers of a host.
pub static HOST_LIST_TRACKERS: Operation = Operation::get(
    "graph.threat_intelligence.host_list_trackers",
    "/v1.0/security/threatIntelligence/hosts/{host_id}/trackers",
)
.host("graph")
.summary("List the trackers of a host")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("host_id").example("updates.example.net")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("kind", Cell::Text),
    Column::new("value", Cell::Name),
    Column::new("lastSeenDateTime", Cell::Age),
])
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// List the trackers of a host.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_intelligence().host_list_trackers("updates.example.net").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostListTrackers {
    client: Client,
    request: Request,
}

impl HostListTrackers {
    pub(super) fn new(client: &Client, host_id: impl Into<Id<Host>>) -> Self {
        let host_id: Id<Host> = host_id.into();
        let request = Request::new(&HOST_LIST_TRACKERS).set("host_id", host_id);
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
    pub async fn send(self) -> Result<Page<HostTracker>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<HostTracker> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<HostTracker> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<HostTracker> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(HostListTrackers);
