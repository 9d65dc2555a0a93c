//! `graph.detection_rules.create`: Create a custom detection rule.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, Request, Result, Undo,
};

use crate::graph::detection_rules::DetectionAction;
use crate::graph::detection_rules::DetectionRule;
use crate::graph::detection_rules::DetectionRuleStatus;
use crate::graph::detection_rules::QueryCondition;
use crate::graph::detection_rules::RuleSchedule;

/// `graph.detection_rules.create`: Create a custom detection rule.
pub static CREATE: Operation = Operation::post(
    "graph.detection_rules.create",
    "/v1.0/security/rules/detectionRules",
)
.host("graph")
.summary("Create a custom detection rule")
.help("Signed-in users need the right \"Detection tuning (manage)\".")
.inputs(&[
    Param::body("id")
        .required()
        .help("Id of the rule, chosen by the caller.")
        .example("text"),
    Param::body("displayName")
        .required()
        .help("Name of the rule.")
        .example("Processes from temporary folders"),
    Param::body("status")
        .kind(Kind::Enum(&["enabled", "disabled", "autoDisabled"]))
        .required()
        .help("Whether the rule runs."),
    Param::body("queryCondition")
        .kind(Kind::Json)
        .required()
        .help("Query of the rule, as JSON with `queryText`.")
        .example("{\"queryText\":\"DeviceProcessEvents | take 1\"}"),
    Param::body("schedule")
        .kind(Kind::Json)
        .required()
        .help("How often the rule runs, as JSON with `frequency`.")
        .example("{\"frequency\":\"PT1H\"}"),
    Param::body("description")
        .help("Description of the rule.")
        .example("Finds programs that start from a temporary folder"),
    Param::body("detectionAction")
        .kind(Kind::Json)
        .help("What a match does, as JSON: alert template, scope and automated actions.")
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
.permissions(
    &["CustomDetection.ReadWrite.All"],
    &["CustomDetection.ReadWrite.All"],
)
.effect(
    Effect::new(EffectKind::Additive)
        .undo(&Undo::by("graph.detection_rules.delete").created("detection_rule_id", "id")),
)
.source(
    "learn.microsoft.com/graph/api/security-rulesroot-post-detectionrules; \
learn.microsoft.com/graph/api/resources/security-detectionrule (v1.0)",
);

/// Create a custom detection rule.
///
/// Signed-in users need the right "Detection tuning (manage)".
///
/// Source: `learn.microsoft.com/graph/api/security-rulesroot-post-detectionrules;
/// learn.microsoft.com/graph/api/resources/security-detectionrule (v1.0)`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().detection_rules().create().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateDetectionRule {
    client: Client,
    request: Request,
}

impl CreateDetectionRule {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&CREATE);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Id of the rule, chosen by the caller. Required.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        let id: String = id.into();
        self.request = self.request.set("id", id);
        self
    }

    /// Name of the rule. Required.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Whether the rule runs. Required.
    pub fn status(mut self, status: impl Into<DetectionRuleStatus>) -> Self {
        let status: DetectionRuleStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Query of the rule, as JSON with `queryText`. Required.
    pub fn query_condition(mut self, query_condition: &QueryCondition) -> Self {
        self.request = self.request.set_json("queryCondition", query_condition);
        self
    }

    /// How often the rule runs, as JSON with `frequency`. Required.
    pub fn schedule(mut self, schedule: &RuleSchedule) -> Self {
        self.request = self.request.set_json("schedule", schedule);
        self
    }

    /// Description of the rule.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// What a match does, as JSON: alert template, scope and automated actions.
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

http_core::call_options!(CreateDetectionRule);
