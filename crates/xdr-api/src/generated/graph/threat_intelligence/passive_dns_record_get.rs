//! `graph.threat_intelligence.passive_dns_record_get`: Get one passive dns record.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::PassiveDnsRecord;

/// `graph.threat_intelligence.passive_dns_record_get`: Get one passive dns record.
pub static PASSIVE_DNS_RECORD_GET: Operation = Operation::get(
    "graph.threat_intelligence.passive_dns_record_get",
    "/v1.0/security/threatIntelligence/passiveDnsRecords/{passive_dns_record_id}",
)
.host("graph")
.summary("Get one passive dns record")
.help("Needs a Defender Threat Intelligence licence. Global cloud only.")
.inputs(&[Param::path("passive_dns_record_id")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one passive dns record.
///
/// Needs a Defender Threat Intelligence licence. Global cloud only.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().passive_dns_record_get("passive-dns-record-id").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct PassiveDnsRecordGet {
    client: Client,
    request: Request,
}

impl PassiveDnsRecordGet {
    pub(super) fn new(
        client: &Client,
        passive_dns_record_id: impl Into<Id<PassiveDnsRecord>>,
    ) -> Self {
        let passive_dns_record_id: Id<PassiveDnsRecord> = passive_dns_record_id.into();
        let request = Request::new(&PASSIVE_DNS_RECORD_GET)
            .set("passive_dns_record_id", passive_dns_record_id);
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
    pub async fn send(self) -> Result<PassiveDnsRecord> {
        self.client.send(self.request).await
    }
}
