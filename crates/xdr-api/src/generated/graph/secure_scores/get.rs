//! `graph.secure_scores.get`: Get one daily secure score.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, RateLimit, Request, Result};

use crate::graph::secure_scores::SecureScore;

/// `graph.secure_scores.get`: Get one daily secure score.
pub static GET: Operation = Operation::get(
    "graph.secure_scores.get",
    "/v1.0/security/secureScores/{secure_score_id}",
)
.host("graph")
.summary("Get one daily secure score")
.help("The id is the tenant id, an underscore and the date.")
.inputs(
    &[Param::path("secure_score_id").example("0d5a4db0-5a4d-4b05-a000-000000000001_2026-01-31")],
)
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.limits(&[RateLimit::per_minute(150), RateLimit::new(10000, 600)])
.limit_class("graph.secure_scores")
.permissions(
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/securescore-get.md");

/// Get one daily secure score.
///
/// The id is the tenant id, an underscore and the date.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/securescore-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().secure_scores().get("0d5a4db0-5a4d-4b05-a000-000000000001_2026-01-31").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetSecureScore {
    client: Client,
    request: Request,
}

impl GetSecureScore {
    pub(super) fn new(client: &Client, secure_score_id: impl Into<Id<SecureScore>>) -> Self {
        let secure_score_id: Id<SecureScore> = secure_score_id.into();
        let request = Request::new(&GET).set("secure_score_id", secure_score_id);
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
    pub async fn send(self) -> Result<SecureScore> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetSecureScore);
