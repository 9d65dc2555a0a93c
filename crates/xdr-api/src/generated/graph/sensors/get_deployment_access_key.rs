//! `graph.sensors.get_deployment_access_key`: Get the sensor installation key.

use http_core::{AnswerKind, Client, Header, Operation, Request, Result};

use crate::graph::sensors::DeploymentAccessKeyType;

/// `graph.sensors.get_deployment_access_key`: Get the sensor installation key.
pub static GET_DEPLOYMENT_ACCESS_KEY: Operation = Operation::get("graph.sensors.get_deployment_access_key", "/v1.0/security/identities/sensors/getDeploymentAccessKey").host("graph").summary("Get the sensor installation key").help("The key is a secret. Reading it needs the write permission.").headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Object).permissions(&["SecurityIdentitiesSensors.ReadWrite.All"], &["SecurityIdentitiesSensors.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-getdeploymentaccesskey.md");

/// Get the sensor installation key.
///
/// The key is a secret. Reading it needs the write permission.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-getdeploymentaccesskey.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensors().get_deployment_access_key().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetSensorDeploymentAccessKey {
    client: Client,
    request: Request,
}

impl GetSensorDeploymentAccessKey {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&GET_DEPLOYMENT_ACCESS_KEY);
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

http_core::call_options!(GetSensorDeploymentAccessKey);
