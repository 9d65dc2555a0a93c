//! `graph.secure_score_control_profiles.get`: Get one secure score control.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, RateLimit, Request, Result};

use crate::graph::secure_score_control_profiles::SecureScoreControlProfile;

/// `graph.secure_score_control_profiles.get`: Get one secure score control.
pub static GET: Operation = Operation::get(
    "graph.secure_score_control_profiles.get",
    "/v1.0/security/secureScoreControlProfiles/{control_id}",
)
.host("graph")
.summary("Get one secure score control")
.inputs(&[Param::path("control_id").example("SandboxMfa")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(150), RateLimit::new(10000, 600)])
.limit_class("graph.secure_score_control_profiles")
.permissions(
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
)
.source(
    "microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/securescorecontrolprofile-get.md",
);

/// Get one secure score control.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/securescorecontrolprofile-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().secure_score_control_profiles().get("SandboxMfa").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetSecureScoreControlProfile {
    client: Client,
    request: Request,
}

impl GetSecureScoreControlProfile {
    pub(super) fn new(
        client: &Client,
        control_id: impl Into<Id<SecureScoreControlProfile>>,
    ) -> Self {
        let control_id: Id<SecureScoreControlProfile> = control_id.into();
        let request = Request::new(&GET).set("control_id", control_id);
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
    pub async fn send(self) -> Result<SecureScoreControlProfile> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetSecureScoreControlProfile);
