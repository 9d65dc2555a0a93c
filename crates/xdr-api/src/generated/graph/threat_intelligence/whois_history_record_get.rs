//! `graph.threat_intelligence.whois_history_record_get`: Get one whois history record.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::WhoisHistoryRecord;

/// `graph.threat_intelligence.whois_history_record_get`: Get one whois history record.
pub static WHOIS_HISTORY_RECORD_GET: Operation = Operation::get(
    "graph.threat_intelligence.whois_history_record_get",
    "/v1.0/security/threatIntelligence/whoisHistoryRecords/{whois_history_record_id}",
)
.host("graph")
.summary("Get one whois history record")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("whois_history_record_id").example("e3c3fe67-701d-4995-a303-253d58918ad5")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one whois history record.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().whois_history_record_get("e3c3fe67-701d-4995-a303-253d58918ad5").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct WhoisHistoryRecordGet {
    client: Client,
    request: Request,
}

impl WhoisHistoryRecordGet {
    pub(super) fn new(
        client: &Client,
        whois_history_record_id: impl Into<Id<WhoisHistoryRecord>>,
    ) -> Self {
        let whois_history_record_id: Id<WhoisHistoryRecord> = whois_history_record_id.into();
        let request = Request::new(&WHOIS_HISTORY_RECORD_GET)
            .set("whois_history_record_id", whois_history_record_id);
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
    pub async fn send(self) -> Result<WhoisHistoryRecord> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(WhoisHistoryRecordGet);
