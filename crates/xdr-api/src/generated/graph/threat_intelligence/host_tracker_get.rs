//! `graph.threat_intelligence.host_tracker_get`: Get one tracker of a host.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::HostTracker;

/// `graph.threat_intelligence.host_tracker_get`: Get one tracker of a host.
pub static HOST_TRACKER_GET: Operation = Operation::get(
    "graph.threat_intelligence.host_tracker_get",
    "/v1.0/security/threatIntelligence/hostTrackers/{host_tracker_id}",
)
.host("graph")
.summary("Get one tracker of a host")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("host_tracker_id").example("ed64d56f-7b9b-4492-9d56-2f741a3ee6ae")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one tracker of a host.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().host_tracker_get("ed64d56f-7b9b-4492-9d56-2f741a3ee6ae").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HostTrackerGet {
    client: Client,
    request: Request,
}

impl HostTrackerGet {
    pub(super) fn new(client: &Client, host_tracker_id: impl Into<Id<HostTracker>>) -> Self {
        let host_tracker_id: Id<HostTracker> = host_tracker_id.into();
        let request = Request::new(&HOST_TRACKER_GET).set("host_tracker_id", host_tracker_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<HostTracker> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(HostTrackerGet);
