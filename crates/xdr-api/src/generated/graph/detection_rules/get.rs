//! `graph.detection_rules.get`: Get one custom detection rule.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::detection_rules::DetectionRule;

/// `graph.detection_rules.get`: Get one custom detection rule.
pub static GET: Operation = Operation::get(
    "graph.detection_rules.get",
    "/v1.0/security/rules/detectionRules/{detection_rule_id}",
)
.host("graph")
.summary("Get one custom detection rule")
.inputs(&[Param::path("detection_rule_id").example("6ba2686b-7d00-41e6-9c68-5fb33a9ea1a5")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["CustomDetection.Read.All", "CustomDetection.ReadWrite.All"],
    &["CustomDetection.Read.All", "CustomDetection.ReadWrite.All"],
)
.source(
    "learn.microsoft.com/graph/api/security-detectionrule-get; \
learn.microsoft.com/graph/api/resources/security-detectionrule (v1.0)",
);

/// Get one custom detection rule.
///
/// Source: `learn.microsoft.com/graph/api/security-detectionrule-get;
/// learn.microsoft.com/graph/api/resources/security-detectionrule (v1.0)`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().detection_rules().get("6ba2686b-7d00-41e6-9c68-5fb33a9ea1a5").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetDetectionRule {
    client: Client,
    request: Request,
}

impl GetDetectionRule {
    pub(super) fn new(client: &Client, detection_rule_id: impl Into<Id<DetectionRule>>) -> Self {
        let detection_rule_id: Id<DetectionRule> = detection_rule_id.into();
        let request = Request::new(&GET).set("detection_rule_id", detection_rule_id);
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
    pub async fn send(self) -> Result<DetectionRule> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetDetectionRule);
