//! `graph.sensors.update`: Change sensor settings.

use http_core::{Client, Id, Request, Result};

use crate::graph::sensors::Sensor;
use crate::graph::sensors::SensorSettings;

/// Change sensor settings.
///
/// Prose says isDelayedUpdateEnabled, model and sample say isDelayedDeploymentEnabled. Global
/// cloud only.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensors().update("text", &Default::default()).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateSensor {
    client: Client,
    request: Request,
}

impl UpdateSensor {
    pub(super) fn new(
        client: &Client,
        sensor_id: impl Into<Id<Sensor>>,
        settings: &SensorSettings,
    ) -> Self {
        let sensor_id: Id<Sensor> = sensor_id.into();
        let request = Request::new(&super::UPDATE)
            .set("sensor_id", sensor_id)
            .set_json("settings", settings);
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
    pub async fn send(self) -> Result<Sensor> {
        self.client.send(self.request).await
    }
}
