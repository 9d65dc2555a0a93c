//! `graph.threat_intelligence.whois_record_get`: Get one whois record.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::WhoisRecord;

/// `graph.threat_intelligence.whois_record_get`: Get one whois record.
pub static WHOIS_RECORD_GET: Operation = Operation::get("graph.threat_intelligence.whois_record_get", "/v1.0/security/threatIntelligence/whoisRecords/{whois_record_id}").host("graph").summary("Get one whois record").help("Needs a Defender Threat Intelligence licence and the global cloud.").inputs(&[Param::path("whois_record_id").example("ed637ec6-388d-4e0c-bd35-38647c441699"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["ThreatIntelligence.Read.All"], &["ThreatIntelligence.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-whoisrecord-get.md");

/// Get one whois record.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-whoisrecord-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().whois_record_get("ed637ec6-388d-4e0c-bd35-38647c441699").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct WhoisRecordGet {
    client: Client,
    request: Request,
}

impl WhoisRecordGet {
    pub(super) fn new(client: &Client, whois_record_id: impl Into<Id<WhoisRecord>>) -> Self {
        let whois_record_id: Id<WhoisRecord> = whois_record_id.into();
        let request = Request::new(&WHOIS_RECORD_GET).set("whois_record_id", whois_record_id);
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
    pub async fn send(self) -> Result<WhoisRecord> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(WhoisRecordGet);
