//! `graph.sensors.get`: Get one sensor.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::sensors::Sensor;

/// `graph.sensors.get`: Get one sensor.
pub static GET: Operation = Operation::get(
    "graph.sensors.get",
    "/v1.0/security/identities/sensors/{sensor_id}",
)
.host("graph")
.summary("Get one sensor")
.inputs(&[Param::path("sensor_id").example("0451ed17-7353-4b63-aefe-528d947ec05d")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["SecurityIdentitiesSensors.Read.All"],
    &["SecurityIdentitiesSensors.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Get one sensor.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensors().get("0451ed17-7353-4b63-aefe-528d947ec05d").send().await?;
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
        let request = Request::new(&GET).set("sensor_id", sensor_id);
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

http_core::call_options!(GetSensor);
