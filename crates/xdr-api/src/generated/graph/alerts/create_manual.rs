//! `graph.alerts.create_manual`: Create an alert.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, Request, Result,
    Status,
};

use crate::graph::alerts::Alert;
use crate::graph::alerts::AlertSeverity;
use crate::graph::alerts::EntityDefinitionInput;

/// `graph.alerts.create_manual`: Create an alert. Status: preview.
pub static CREATE_MANUAL: Operation = Operation::post("graph.alerts.create_manual", "/beta/security/alerts_v2").host("graph").summary("Create an alert").status(Status::Preview).inputs(&[Param::body("@odata.type").required().constant("#microsoft.graph.security.manualAlert"),
Param::body("title").required().help("Title of the alert.").example("Reported by a user"),
Param::body("description").required().length(0, 5000).help("Description of the alert.").example("A user reported a mail with a link"),
Param::body("severity").kind(Kind::Enum(&["unknown", "informational", "low", "medium", "high", "unknownFutureValue"])).required().help("Severity of the alert.").example("low"),
Param::body("category").required().help("Category of MITRE ATT&CK.").example("InitialAccess"),
Param::body("mitreTechniques").kind(Kind::List).help("Techniques of MITRE ATT&CK, such as T1059."),
Param::body("recommendedActions").help("What to do about the alert."),
Param::body("linkToIncident").kind(Kind::Integer).help("Incident that takes the alert. Default: a new one."),
Param::body("isExcludedFromCorrelation").kind(Kind::Bool).help("Whether the alert is kept out of other incidents."),
Param::body("sentinelWorkspace").help("Microsoft Sentinel workspace of the alert."),
Param::body("entityDefinitions").kind(Kind::Json).required().length(1, 100).array().help("Entities of the alert, as JSON: 1 to 100.").words(&[("entityType", &["amazonResource", "azureResource", "cloudApplication", "device", "emailCluster", "emailMessage", "file", "googleCloudResource", "ip", "mailbox", "oAuthApplication", "process", "registryKey", "registryValue", "securityGroup", "url", "user", "unknownFutureValue"]), ("role", &["impacted", "related", "unknownFutureValue"])]).example(concat!("[{\"entityIdentifier\":\"id\",\"entityType\":\"user\",\"identifierVal", "ue\":\"11111111-2222-4333-8444-555555555555\",\"role\":\"impacted\"", "}]")),
]).body(BodyKind::Json).answer(AnswerKind::Entity).limit_class("graph.alerts").permissions(&["SecurityAlert.Create.All", "SecurityAlert.ReadWrite.All"], &["SecurityAlert.Create.All", "SecurityAlert.ReadWrite.All"]).effect(Effect::new(EffectKind::Additive)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-alert-post-manualalert.md");

/// Create an alert.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-alert-post-manualalert.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().alerts().create_manual().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateManual {
    client: Client,
    request: Request,
}

impl CreateManual {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&CREATE_MANUAL);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Title of the alert. Required.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        let title: String = title.into();
        self.request = self.request.set("title", title);
        self
    }

    /// Description of the alert. Required.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// Severity of the alert. Required.
    pub fn severity(mut self, severity: impl Into<AlertSeverity>) -> Self {
        let severity: AlertSeverity = severity.into();
        self.request = self.request.set("severity", severity);
        self
    }

    /// Category of MITRE ATT&CK. Required.
    pub fn category(mut self, category: impl Into<String>) -> Self {
        let category: String = category.into();
        self.request = self.request.set("category", category);
        self
    }

    /// Techniques of MITRE ATT&CK, such as T1059.
    pub fn mitre_techniques(
        mut self,
        mitre_techniques: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "mitreTechniques",
            mitre_techniques
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// What to do about the alert.
    pub fn recommended_actions(mut self, recommended_actions: impl Into<String>) -> Self {
        let recommended_actions: String = recommended_actions.into();
        self.request = self.request.set("recommendedActions", recommended_actions);
        self
    }

    /// Incident that takes the alert. Default: a new one.
    pub fn link_to_incident(mut self, link_to_incident: i64) -> Self {
        self.request = self.request.set("linkToIncident", link_to_incident);
        self
    }

    /// Whether the alert is kept out of other incidents.
    pub fn is_excluded_from_correlation(mut self, is_excluded_from_correlation: bool) -> Self {
        self.request = self
            .request
            .set("isExcludedFromCorrelation", is_excluded_from_correlation);
        self
    }

    /// Microsoft Sentinel workspace of the alert.
    pub fn sentinel_workspace(mut self, sentinel_workspace: impl Into<String>) -> Self {
        let sentinel_workspace: String = sentinel_workspace.into();
        self.request = self.request.set("sentinelWorkspace", sentinel_workspace);
        self
    }

    /// Entities of the alert, as JSON: 1 to 100. Required.
    pub fn entity_definitions(
        mut self,
        entity_definitions: impl IntoIterator<Item = EntityDefinitionInput>,
    ) -> Self {
        self.request = self.request.set_json(
            "entityDefinitions",
            &entity_definitions.into_iter().collect::<Vec<_>>(),
        );
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
    pub async fn send(self) -> Result<Alert> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(CreateManual);
