//! `graph.detection_rules.delete`: Delete a custom detection rule.

use http_core::{Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Target};

use crate::graph::detection_rules::DetectionRule;

/// `graph.detection_rules.delete`: Delete a custom detection rule.
pub static DELETE: Operation = Operation::delete(
    "graph.detection_rules.delete",
    "/v1.0/security/rules/detectionRules/{detection_rule_id}",
)
.host("graph")
.summary("Delete a custom detection rule")
.inputs(&[Param::path("detection_rule_id").example("6ba2686b-7d00-41e6-9c68-5fb33a9ea1a5")])
.permissions(
    &["CustomDetection.ReadWrite.All"],
    &["CustomDetection.ReadWrite.All"],
)
.target(
    &Target::new("detection_rule_id", "graph.detection_rules.get")
        .name(&["displayName"])
        .shows(&["status", "createdBy"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.source(
    "learn.microsoft.com/graph/api/security-detectionrule-delete; \
learn.microsoft.com/graph/api/resources/security-detectionrule (v1.0)",
);

/// Delete a custom detection rule.
///
/// Source: `learn.microsoft.com/graph/api/security-detectionrule-delete;
/// learn.microsoft.com/graph/api/resources/security-detectionrule (v1.0)`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().detection_rules().delete("6ba2686b-7d00-41e6-9c68-5fb33a9ea1a5").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteDetectionRule {
    client: Client,
    request: Request,
}

impl DeleteDetectionRule {
    pub(super) fn new(client: &Client, detection_rule_id: impl Into<Id<DetectionRule>>) -> Self {
        let detection_rule_id: Id<DetectionRule> = detection_rule_id.into();
        let request = Request::new(&DELETE).set("detection_rule_id", detection_rule_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(DeleteDetectionRule);
