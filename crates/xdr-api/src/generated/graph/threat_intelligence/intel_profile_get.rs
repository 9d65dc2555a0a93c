//! `graph.threat_intelligence.intel_profile_get`: Get one profile.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::threat_intelligence::IntelligenceProfile;

/// `graph.threat_intelligence.intel_profile_get`: Get one profile.
pub static INTEL_PROFILE_GET: Operation = Operation::get(
    "graph.threat_intelligence.intel_profile_get",
    "/v1.0/security/threatIntelligence/intelProfiles/{intel_profile_id}",
)
.host("graph")
.summary("Get one profile")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("intel_profile_id").example("fefedb45-73e3-47dd-8bab-5f64e19436fd")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get one profile.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().intel_profile_get("fefedb45-73e3-47dd-8bab-5f64e19436fd").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct IntelProfileGet {
    client: Client,
    request: Request,
}

impl IntelProfileGet {
    pub(super) fn new(
        client: &Client,
        intel_profile_id: impl Into<Id<IntelligenceProfile>>,
    ) -> Self {
        let intel_profile_id: Id<IntelligenceProfile> = intel_profile_id.into();
        let request = Request::new(&INTEL_PROFILE_GET).set("intel_profile_id", intel_profile_id);
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
    pub async fn send(self) -> Result<IntelligenceProfile> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(IntelProfileGet);
