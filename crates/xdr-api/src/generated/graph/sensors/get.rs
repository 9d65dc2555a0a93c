//! `graph.sensors.get`: Get one sensor.

use http_core::{Client, Id, Request, Result};

use crate::graph::sensors::Sensor;

/// Get one sensor.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensors().get("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetSensor {
    client: Client,
    request: Request,
}

impl GetSensor {
    pub(super) fn new(client: &Client, sensor_id: impl Into<Id<Sensor>>) -> Self {
        let sensor_id: Id<Sensor> = sensor_id.into();
        let request = Request::new(&super::GET).set("sensor_id", sensor_id);
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
