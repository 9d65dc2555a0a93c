//! `graph.sensor_candidates.get_activation_configuration`: Get whether candidates are activated
//! automatically.

use http_core::{AnswerKind, Client, Header, Operation, Request, Result};

use crate::graph::sensor_candidates::SensorCandidateActivationConfiguration;

/// `graph.sensor_candidates.get_activation_configuration`: Get whether candidates are activated
/// automatically.
pub static GET_ACTIVATION_CONFIGURATION: Operation = Operation::get(
    "graph.sensor_candidates.get_activation_configuration",
    "/v1.0/security/identities/sensorCandidateActivationConfiguration",
)
.host("graph")
.summary("Get whether candidates are activated automatically")
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &[
        "SecurityIdentitiesSensors.Read.All",
        "SecurityIdentitiesSensors.ReadWrite.All",
    ],
    &[
        "SecurityIdentitiesSensors.Read.All",
        "SecurityIdentitiesSensors.ReadWrite.All",
    ],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get whether candidates are activated automatically.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensor_candidates().get_activation_configuration().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetSensorCandidateActivationConfiguration {
    client: Client,
    request: Request,
}

impl GetSensorCandidateActivationConfiguration {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&GET_ACTIVATION_CONFIGURATION);
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
    pub async fn send(self) -> Result<SensorCandidateActivationConfiguration> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetSensorCandidateActivationConfiguration);
