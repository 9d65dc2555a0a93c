//! `graph.threat_intelligence.passive_dns_record_get`: Get one passive DNS record.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::PassiveDnsRecord;

/// `graph.threat_intelligence.passive_dns_record_get`: Get one passive DNS record.
pub static PASSIVE_DNS_RECORD_GET: Operation = Operation::get(
    "graph.threat_intelligence.passive_dns_record_get",
    "/v1.0/security/threatIntelligence/passiveDnsRecords/{passive_dns_record_id}",
)
.host("graph")
.summary("Get one passive DNS record")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("passive_dns_record_id").example("e2bd04b9-3074-4844-be43-fe500732cd22")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one passive DNS record.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().passive_dns_record_get("e2bd04b9-3074-4844-be43-fe500732cd22").send().await?;
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

http_core::call_options!(PassiveDnsRecordGet);
