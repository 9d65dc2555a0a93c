//! Operations and types of sensor candidates.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ActivateSensorCandidate`] | `POST /v1.0/security/identities/sensorCandidates/activate` | `SecurityIdentitiesSensors.ReadWrite.All` |
//! | [`GetSensorCandidateActivationConfiguration`] | `GET /v1.0/security/identities/sensorCandidateActivationConfiguration` | `SecurityIdentitiesSensors.Read.All` |
//! | [`ListSensorCandidates`] | `GET /v1.0/security/identities/sensorCandidates` | `SecurityIdentitiesSensors.Read.All` |
//! | [`UpdateActivationConfiguration`] | `PATCH /v1.0/security/identities/sensorCandidateActivationConfiguration` | `SecurityIdentitiesSensors.ReadWrite.All` |

mod activate;
mod get_activation_configuration;
mod list;
mod model;
mod update_activation_configuration;

use http_core::{Answer, BodyKind, Client, Header, Kind, Operation, Paging, Param};

pub use activate::ActivateSensorCandidate;
pub use get_activation_configuration::GetSensorCandidateActivationConfiguration;
pub use list::ListSensorCandidates;
pub use model::{
    SensorCandidate, SensorCandidateActivationConfiguration,
    SensorCandidateActivationConfigurationActivationMode,
};
pub use update_activation_configuration::UpdateActivationConfiguration;

/// `graph.sensor_candidates.activate`: Turn candidates into sensors.
pub static ACTIVATE: Operation = Operation::post("graph.sensor_candidates.activate", "/v1.0/security/identities/sensorCandidates/activate").host("graph").summary("Turn candidates into sensors").params(&[Param::body("serverIds").kind(Kind::List).required().help("ids of sensorCandidates"),
]).body(BodyKind::Json).permissions(&["SecurityIdentitiesSensors.ReadWrite.All"], &["SecurityIdentitiesSensors.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensorcandidate-activate.md");

/// `graph.sensor_candidates.get_activation_configuration`: Get automatic or manual activation.
pub static GET_ACTIVATION_CONFIGURATION: Operation = Operation::get(
    "graph.sensor_candidates.get_activation_configuration",
    "/v1.0/security/identities/sensorCandidateActivationConfiguration",
)
.host("graph")
.summary("Get automatic or manual activation")
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
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

/// `graph.sensor_candidates.list`: List servers that could become sensors.
pub static LIST: Operation = Operation::get("graph.sensor_candidates.list", "/v1.0/security/identities/sensorCandidates").host("graph").summary("List servers that could become sensors").params(&[Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).filterable(&["senseClientVersion"]).permissions(&["SecurityIdentitiesSensors.Read.All", "SecurityIdentitiesSensors.ReadWrite.All"], &["SecurityIdentitiesSensors.Read.All", "SecurityIdentitiesSensors.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-sensorcandidates.md");

/// `graph.sensor_candidates.update_activation_configuration`: Set automatic or manual
/// activation.
pub static UPDATE_ACTIVATION_CONFIGURATION: Operation = Operation::patch(
    "graph.sensor_candidates.update_activation_configuration",
    "/v1.0/security/identities/sensorCandidateActivationConfiguration",
)
.host("graph")
.summary("Set automatic or manual activation")
.help(
    "The permission file lists POST for this path; the sibling settings page \
uses PATCH. Page itself not stored.",
)
.params(&[Param::body("activationMode")
    .kind(Kind::Enum(&["manual", "automated"]))
    .required()])
.body(BodyKind::Json)
.answer(Answer::Entity)
.permissions(
    &["SecurityIdentitiesSensors.ReadWrite.All"],
    &["SecurityIdentitiesSensors.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// The operations of sensor candidates; each method begins a request.
#[derive(Clone, Debug)]
pub struct SensorCandidates {
    client: Client,
}

impl SensorCandidates {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Turn candidates into sensors. See [`ActivateSensorCandidate`].
    pub fn activate(
        &self,
        server_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> ActivateSensorCandidate {
        ActivateSensorCandidate::new(&self.client, server_ids)
    }

    /// Get automatic or manual activation. See [`GetSensorCandidateActivationConfiguration`].
    pub fn get_activation_configuration(&self) -> GetSensorCandidateActivationConfiguration {
        GetSensorCandidateActivationConfiguration::new(&self.client)
    }

    /// List servers that could become sensors. See [`ListSensorCandidates`].
    pub fn list(&self) -> ListSensorCandidates {
        ListSensorCandidates::new(&self.client)
    }

    /// Set automatic or manual activation. See [`UpdateActivationConfiguration`].
    pub fn update_activation_configuration(
        &self,
        activation_mode: impl Into<SensorCandidateActivationConfigurationActivationMode>,
    ) -> UpdateActivationConfiguration {
        UpdateActivationConfiguration::new(&self.client, activation_mode)
    }
}
