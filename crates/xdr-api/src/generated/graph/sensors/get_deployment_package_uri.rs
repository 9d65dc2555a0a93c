//! `graph.sensors.get_deployment_package_uri`: Get the sensor installer URL.

use http_core::{AnswerKind, Client, Header, Operation, Request, Result};

use crate::graph::sensors::SensorDeploymentPackage;

/// `graph.sensors.get_deployment_package_uri`: Get the sensor installer URL.
pub static GET_DEPLOYMENT_PACKAGE_URI: Operation = Operation::get("graph.sensors.get_deployment_package_uri", "/v1.0/security/identities/sensors/getDeploymentPackageUri").host("graph").summary("Get the sensor installer URL").headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Object).permissions(&["SecurityIdentitiesSensors.Read.All"], &["SecurityIdentitiesSensors.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-getdeploymentpackageuri.md");

/// Get the sensor installer URL.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-getdeploymentpackageuri.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensors().get_deployment_package_uri().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetSensorDeploymentPackageUri {
    client: Client,
    request: Request,
}

impl GetSensorDeploymentPackageUri {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&GET_DEPLOYMENT_PACKAGE_URI);
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
    pub async fn send(self) -> Result<SensorDeploymentPackage> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetSensorDeploymentPackageUri);
