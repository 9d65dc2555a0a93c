//! `graph.sensors.regenerate_deployment_access_key`: Replace the sensor installation key.

use http_core::{AnswerKind, Client, Effect, EffectKind, Operation, Request, Result};

use crate::graph::sensors::DeploymentAccessKeyType;

/// `graph.sensors.regenerate_deployment_access_key`: Replace the sensor installation key.
pub static REGENERATE_DEPLOYMENT_ACCESS_KEY: Operation = Operation::post(
    "graph.sensors.regenerate_deployment_access_key",
    "/v1.0/security/identities/sensors/regenerateDeploymentAccessKey",
)
.host("graph")
.summary("Replace the sensor installation key")
.help("The old key stops working.")
.answer(AnswerKind::Object)
.permissions(
    &["SecurityIdentitiesSensors.ReadWrite.All"],
    &["SecurityIdentitiesSensors.ReadWrite.All"],
)
.effect(Effect::new(EffectKind::Irreversible))
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Replace the sensor installation key.
///
/// The old key stops working.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensors().regenerate_deployment_access_key().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RegenerateDeploymentAccessKey {
    client: Client,
    request: Request,
}

impl RegenerateDeploymentAccessKey {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&REGENERATE_DEPLOYMENT_ACCESS_KEY);
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
    pub async fn send(self) -> Result<DeploymentAccessKeyType> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(RegenerateDeploymentAccessKey);
