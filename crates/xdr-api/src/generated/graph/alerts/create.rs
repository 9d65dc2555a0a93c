//! `graph.alerts.create`: Create an alert, in an incident or a new one.

use http_core::{
    AnswerKind, BodyKind, Checks, Client, Effect, EffectKind, Kind, Operation, Param, Request,
    Result, Status,
};

use crate::graph::alerts::Alert;
use crate::graph::alerts::CreateAlertInput;

/// `graph.alerts.create`: Create an alert, in an incident or a new one. Status: preview.
pub static CREATE: Operation = Operation::post("graph.alerts.create", "/beta/security/alerts_v2/createAlert").host("graph").summary("Create an alert, in an incident or a new one").help("Replaces `create-manual`. Without `linkToIncident` the alert gets an \
incident of its own.").status(Status::Preview).inputs(&[Param::body("createAlertInput").kind(Kind::Json).required().checks(&Checks::new().required(&["title", "severity", "description", "category", "entityDefinitions"])).help("Title, severity, description, category and 1 to 100 entities; \
`linkToIncident` takes the number of an incident.").words(&[("severity", &["unknown", "informational", "low", "medium", "high", "unknownFutureValue"]), ("entityDefinitions/entityType", &["amazonResource", "azureResource", "cloudApplication", "device", "emailCluster", "emailMessage", "file", "googleCloudResource", "ip", "mailbox", "oAuthApplication", "process", "registryKey", "registryValue", "securityGroup", "url", "user", "unknownFutureValue"]), ("entityDefinitions/role", &["impacted", "related", "unknownFutureValue"])]).example(concat!("{\"category\":\"InitialAccess\",\"description\":\"A user reported a", " mail with a link\",\"entityDefinitions\":[{\"entityIdentifier\":", "\"userPrincipalName\",\"entityType\":\"user\",\"identifierValue\":\"a", "da@contoso.com\",\"role\":\"impacted\"}],\"severity\":\"medium\",\"tit", "le\":\"Reported by a user\"}")),
]).body(BodyKind::Json).answer(AnswerKind::Entity).limit_class("graph.alerts").permissions(&["SecurityAlert.Create.All", "SecurityAlert.ReadWrite.All"], &["SecurityAlert.Create.All", "SecurityAlert.ReadWrite.All"]).effect(Effect::new(EffectKind::Additive)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-alert-createalert.md");

/// Create an alert, in an incident or a new one.
///
/// Replaces `create-manual`. Without `linkToIncident` the alert gets an incident of its own.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-alert-createalert.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().alerts().create(&Default::default()).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateAlert {
    client: Client,
    request: Request,
}

impl CreateAlert {
    pub(super) fn new(client: &Client, create_alert_input: &CreateAlertInput) -> Self {
        let request = Request::new(&CREATE).set_json("createAlertInput", create_alert_input);
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
    pub async fn send(self) -> Result<Alert> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(CreateAlert);
