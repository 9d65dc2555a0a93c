//! `graph.sensors.delete`: Delete a sensor.

use http_core::{Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Target};

use crate::graph::sensors::Sensor;

/// `graph.sensors.delete`: Delete a sensor.
pub static DELETE: Operation = Operation::delete(
    "graph.sensors.delete",
    "/v1.0/security/identities/sensors/{sensor_id}",
)
.host("graph")
.summary("Delete a sensor")
.help("Available in the global cloud only.")
.inputs(&[Param::path("sensor_id").example("0451ed17-7353-4b63-aefe-528d947ec05d")])
.permissions(
    &["SecurityIdentitiesSensors.ReadWrite.All"],
    &["SecurityIdentitiesSensors.ReadWrite.All"],
)
.target(
    &Target::new("sensor_id", "graph.sensors.get")
        .name(&["displayName"])
        .shows(&["healthStatus", "sensorType"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-delete.md",
);

/// Delete a sensor.
///
/// Available in the global cloud only.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-delete.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().sensors().delete("0451ed17-7353-4b63-aefe-528d947ec05d").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteSensor {
    client: Client,
    request: Request,
}

impl DeleteSensor {
    pub(super) fn new(client: &Client, sensor_id: impl Into<Id<Sensor>>) -> Self {
        let sensor_id: Id<Sensor> = sensor_id.into();
        let request = Request::new(&DELETE).set("sensor_id", sensor_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(DeleteSensor);
