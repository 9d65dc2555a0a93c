//! `graph.sensor_candidates.get_activation_configuration`: Get automatic or manual activation.

use http_core::{Client, Request, Result};

use crate::graph::sensor_candidates::SensorCandidateActivationConfiguration;

/// Get automatic or manual activation.
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
        let request = Request::new(&super::GET_ACTIVATION_CONFIGURATION);
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
