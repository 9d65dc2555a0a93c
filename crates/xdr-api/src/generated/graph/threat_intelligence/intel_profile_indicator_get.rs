//! `graph.threat_intelligence.intel_profile_indicator_get`: Get one indicator of a profile.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::IntelligenceProfileIndicator;

/// `graph.threat_intelligence.intel_profile_indicator_get`: Get one indicator of a profile.
pub static INTEL_PROFILE_INDICATOR_GET: Operation = Operation::get(
    "graph.threat_intelligence.intel_profile_indicator_get",
    "/v1.0/security/threatIntelligence/intelligenceProfileIndicators/{indicator_id}",
)
.host("graph")
.summary("Get one indicator of a profile")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("indicator_id").example("0ff5d867-2782-416f-92bb-6b8a0fe14b19")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// Get one indicator of a profile.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().intel_profile_indicator_get("0ff5d867-2782-416f-92bb-6b8a0fe14b19").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct IntelProfileIndicatorGet {
    client: Client,
    request: Request,
}

impl IntelProfileIndicatorGet {
    pub(super) fn new(
        client: &Client,
        indicator_id: impl Into<Id<IntelligenceProfileIndicator>>,
    ) -> Self {
        let indicator_id: Id<IntelligenceProfileIndicator> = indicator_id.into();
        let request = Request::new(&INTEL_PROFILE_INDICATOR_GET).set("indicator_id", indicator_id);
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
    pub async fn send(self) -> Result<IntelligenceProfileIndicator> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(IntelProfileIndicatorGet);
