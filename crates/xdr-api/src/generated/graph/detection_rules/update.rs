//! `graph.detection_rules.update`: Change a custom detection rule.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result,
    Target, Undo,
};

use crate::graph::detection_rules::DetectionAction;
use crate::graph::detection_rules::DetectionRule;
use crate::graph::detection_rules::DetectionRuleStatus;
use crate::graph::detection_rules::QueryCondition;
use crate::graph::detection_rules::RuleSchedule;

/// `graph.detection_rules.update`: Change a custom detection rule.
pub static UPDATE: Operation = Operation::patch(
    "graph.detection_rules.update",
    "/v1.0/security/rules/detectionRules/{detection_rule_id}",
)
.host("graph")
.summary("Change a custom detection rule")
.inputs(&[
    Param::path("detection_rule_id").example("6ba2686b-7d00-41e6-9c68-5fb33a9ea1a5"),
    Param::body("displayName")
        .help("Name of the rule.")
        .example("Processes from temporary folders"),
    Param::body("status")
        .kind(Kind::Enum(&["enabled", "disabled"]))
        .help("Whether the rule runs."),
    Param::body("queryCondition")
        .kind(Kind::Json)
        .help("Query of the rule, as `queryText`.")
        .example("{\"queryText\":\"DeviceProcessEvents | take 1\"}"),
    Param::body("schedule")
        .kind(Kind::Json)
        .help("How often the rule runs.")
        .example("{\"frequency\":\"PT1H\"}"),
    Param::body("detectionAction")
        .kind(Kind::Json)
        .help("What a match does: alert template, scope and automated actions.")
        .words(&[
            (
                "alertTemplate/severity",
                &[
                    "unknown",
                    "informational",
                    "low",
                    "medium",
                    "high",
                    "unknownFutureValue",
                ],
            ),
            (
                "automatedActions/isolateDevices/isolationType",
                &["full", "selective", "unknownFutureValue"],
            ),
            (
                "organizationalScope/scopeType",
                &["deviceGroup", "unknownFutureValue"],
            ),
        ])
        .example(concat!(
            "{\"alertTemplate\":{\"description\":\"What it means\",\"severity\":\"",
            "low\",\"title\":\"Example\"}}"
        )),
])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.idempotent()
.permissions(
    &["CustomDetection.ReadWrite.All"],
    &["CustomDetection.ReadWrite.All"],
)
.target(
    &Target::new("detection_rule_id", "graph.detection_rules.get")
        .name(&["displayName"])
        .shows(&["status", "createdBy"]),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("graph.detection_rules.update")
            .carried(&["detection_rule_id"])
            .restored(&[
                ("detectionAction", "detectionAction"),
                ("displayName", "displayName"),
                ("queryCondition", "queryCondition"),
                ("schedule", "schedule"),
                ("status", "status"),
            ]),
    ),
)
.source(
    "learn.microsoft.com/graph/api/security-detectionrule-update; \
learn.microsoft.com/graph/api/resources/security-detectionrule (v1.0)",
);

/// Change a custom detection rule.
///
/// Source: `learn.microsoft.com/graph/api/security-detectionrule-update;
/// learn.microsoft.com/graph/api/resources/security-detectionrule (v1.0)`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().detection_rules().update("6ba2686b-7d00-41e6-9c68-5fb33a9ea1a5").send().await?;
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

    /// Name of the rule.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Whether the rule runs.
    pub fn status(mut self, status: impl Into<DetectionRuleStatus>) -> Self {
        let status: DetectionRuleStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Query of the rule, as `queryText`.
    pub fn query_condition(mut self, query_condition: &QueryCondition) -> Self {
        self.request = self.request.set_json("queryCondition", query_condition);
        self
    }

    /// How often the rule runs.
    pub fn schedule(mut self, schedule: &RuleSchedule) -> Self {
        self.request = self.request.set_json("schedule", schedule);
        self
    }

    /// What a match does: alert template, scope and automated actions.
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

http_core::call_options!(UpdateDetectionRule);
