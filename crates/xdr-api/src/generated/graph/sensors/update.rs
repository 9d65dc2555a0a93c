//! `graph.sensors.update`: Change sensor settings.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result,
    Target, Undo,
};

use crate::graph::sensors::Sensor;
use crate::graph::sensors::SensorSettings;

/// `graph.sensors.update`: Change sensor settings.
pub static UPDATE: Operation = Operation::patch(
    "graph.sensors.update",
    "/v1.0/security/identities/sensors/{sensor_id}",
)
.host("graph")
.summary("Change sensor settings")
.help("Available in the global cloud only.")
.inputs(&[
    Param::path("sensor_id").example("0451ed17-7353-4b63-aefe-528d947ec05d"),
    Param::body("settings")
        .kind(Kind::Json)
        .required()
        .help(
            "Settings of the sensor. Sensors of version 3 and later take only a \
description.",
        )
        .example("{\"description\":\"Domain controller in Oslo\"}"),
])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.idempotent()
.permissions(
    &["SecurityIdentitiesSensors.ReadWrite.All"],
    &["SecurityIdentitiesSensors.ReadWrite.All"],
)
.target(
    &Target::new("sensor_id", "graph.sensors.get")
        .name(&["displayName"])
        .shows(&["healthStatus", "sensorType"]),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("graph.sensors.update")
            .carried(&["sensor_id"])
            .restored(&[("settings", "settings")]),
    ),
)
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-update.md",
);

/// Change sensor settings.
///
/// Available in the global cloud only.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensors().update("0451ed17-7353-4b63-aefe-528d947ec05d", &Default::default()).send().await?;
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
        let request = Request::new(&UPDATE)
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

http_core::call_options!(UpdateSensor);
