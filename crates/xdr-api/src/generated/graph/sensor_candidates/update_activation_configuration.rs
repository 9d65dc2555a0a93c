//! `graph.sensor_candidates.update_activation_configuration`: Set whether candidates are
//! activated automatically.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, Request, Result,
    Target, Undo,
};

use crate::graph::sensor_candidates::SensorCandidateActivationConfiguration;
use crate::graph::sensor_candidates::SensorCandidateActivationConfigurationActivationMode;

/// `graph.sensor_candidates.update_activation_configuration`: Set whether candidates are
/// activated automatically.
pub static UPDATE_ACTIVATION_CONFIGURATION: Operation = Operation::patch(
    "graph.sensor_candidates.update_activation_configuration",
    "/v1.0/security/identities/sensorCandidateActivationConfiguration",
)
.host("graph")
.summary("Set whether candidates are activated automatically")
.inputs(&[Param::body("activationMode")
    .kind(Kind::Enum(&["manual", "automated"]))
    .required()
    .help("Whether the service activates sensors by itself.")])
.body(BodyKind::Json)
.answer(AnswerKind::Entity)
.idempotent()
.permissions(
    &["SecurityIdentitiesSensors.ReadWrite.All"],
    &["SecurityIdentitiesSensors.ReadWrite.All"],
)
.target(
    &Target::new("", "graph.sensor_candidates.get_activation_configuration")
        .shows(&["activationMode"]),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("graph.sensor_candidates.update_activation_configuration")
            .restored(&[("activationMode", "activationMode")]),
    ),
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Set whether candidates are activated automatically.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensor_candidates().update_activation_configuration("word").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateActivationConfiguration {
    client: Client,
    request: Request,
}

impl UpdateActivationConfiguration {
    pub(super) fn new(
        client: &Client,
        activation_mode: impl Into<SensorCandidateActivationConfigurationActivationMode>,
    ) -> Self {
        let activation_mode: SensorCandidateActivationConfigurationActivationMode =
            activation_mode.into();
        let request =
            Request::new(&UPDATE_ACTIVATION_CONFIGURATION).set("activationMode", activation_mode);
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

http_core::call_options!(UpdateActivationConfiguration);
