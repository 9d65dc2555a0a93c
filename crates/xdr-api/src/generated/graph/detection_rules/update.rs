//! `graph.detection_rules.update`: Change a custom detection rule.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result,
    Status, Target, Undo,
};

use crate::graph::detection_rules::DetectionAction;
use crate::graph::detection_rules::DetectionRule;
use crate::graph::detection_rules::DetectionRuleStatus;
use crate::graph::detection_rules::QueryCondition;
use crate::graph::detection_rules::RuleSchedule;

/// `graph.detection_rules.update`: Change a custom detection rule. Status: preview.
pub static UPDATE: Operation = Operation::patch("graph.detection_rules.update", "/beta/security/rules/detectionRules/{detection_rule_id}").host("graph").summary("Change a custom detection rule").help("The stored page describes the old model; nested objects may be sent in \
part.").status(Status::Preview).inputs(&[Param::path("detection_rule_id"),
Param::body("displayName"),
Param::body("status").kind(Kind::Enum(&["enabled", "disabled"])),
Param::body("isEnabled").kind(Kind::Bool).help("old model"),
Param::body("queryCondition").kind(Kind::Json).help("queryText only").example("{\"queryText\":\"DeviceProcessEvents | take 1\"}"),
Param::body("schedule").kind(Kind::Json).help("frequency now, period before").words(&[("period", &["0", "1H", "3H", "12H", "24H"])]).example("{\"frequency\":\"PT1H\"}"),
Param::body("detectionAction").kind(Kind::Json).help("alertTemplate parts, organizationalScope, automatedActions now, \
responseActions before; null clears recommendedActions and impactedAssets").words(&[("alertTemplate/severity", &["unknown", "informational", "low", "medium", "high", "unknownFutureValue"]), ("automatedActions/isolateDevices/isolationType", &["full", "selective", "unknownFutureValue"]), ("organizationalScope/scopeType", &["deviceGroup", "unknownFutureValue"])]).example(concat!("{\"alertTemplate\":{\"description\":\"What it means\",\"severity\":\"", "low\",\"title\":\"Example\"}}")),
]).body(BodyKind::Json).answer(AnswerKind::Entity).idempotent().permissions(&["CustomDetection.ReadWrite.All"], &["CustomDetection.ReadWrite.All"]).target(&Target::new("detection_rule_id", "graph.detection_rules.get").name(&["displayName"]).shows(&["isEnabled", "createdBy"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("graph.detection_rules.update").carried(&["detection_rule_id"]).restored(&[("detectionAction", "detectionAction"), ("displayName", "displayName"), ("isEnabled", "isEnabled"), ("queryCondition", "queryCondition"), ("schedule", "schedule"), ("status", "status")]))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-detectionrule-update.md");

/// Change a custom detection rule.
///
/// The stored page describes the old model; nested objects may be sent in part.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-detectionrule-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().detection_rules().update("detection-rule-id").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateDetectionRule {
    client: Client,
    request: Request,
}

impl UpdateDetectionRule {
    pub(super) fn new(client: &Client, detection_rule_id: impl Into<Id<DetectionRule>>) -> Self {
        let detection_rule_id: Id<DetectionRule> = detection_rule_id.into();
        let request = Request::new(&UPDATE).set("detection_rule_id", detection_rule_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Display name.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Status.
    pub fn status(mut self, status: impl Into<DetectionRuleStatus>) -> Self {
        let status: DetectionRuleStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Is enabled. Old model.
    pub fn is_enabled(mut self, is_enabled: bool) -> Self {
        self.request = self.request.set("isEnabled", is_enabled);
        self
    }

    /// Query condition. queryText only.
    pub fn query_condition(mut self, query_condition: &QueryCondition) -> Self {
        self.request = self.request.set_json("queryCondition", query_condition);
        self
    }

    /// Schedule. Frequency now, period before.
    pub fn schedule(mut self, schedule: &RuleSchedule) -> Self {
        self.request = self.request.set_json("schedule", schedule);
        self
    }

    /// Detection action. alertTemplate parts, organizationalScope, automatedActions now,
    /// responseActions before; null clears recommendedActions and impactedAssets.
    pub fn detection_action(mut self, detection_action: &DetectionAction) -> Self {
        self.request = self.request.set_json("detectionAction", detection_action);
        self
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
