//! Operations and types of sensor candidates.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ActivateSensorCandidate`] | `POST /v1.0/security/identities/sensorCandidates/activate` | `SecurityIdentitiesSensors.ReadWrite.All` |
//! | [`GetSensorCandidateActivationConfiguration`] | `GET /v1.0/security/identities/sensorCandidateActivationConfiguration` | `SecurityIdentitiesSensors.Read.All` |
//! | [`ListSensorCandidates`] | `GET /v1.0/security/identities/sensorCandidates` | `SecurityIdentitiesSensors.Read.All` |
//! | [`UpdateActivationConfiguration`] | `PATCH /v1.0/security/identities/sensorCandidateActivationConfiguration` | `SecurityIdentitiesSensors.ReadWrite.All` |

mod activate;
mod filters;
mod get_activation_configuration;
mod list;
mod model;
mod update_activation_configuration;

use http_core::Client;

pub use activate::{ACTIVATE, ActivateSensorCandidate};
pub use filters::SensorCandidateFilter;
pub use get_activation_configuration::{
    GET_ACTIVATION_CONFIGURATION, GetSensorCandidateActivationConfiguration,
};
pub use list::{LIST, ListSensorCandidates};
pub use model::{
    SensorCandidate, SensorCandidateActivationConfiguration,
    SensorCandidateActivationConfigurationActivationMode,
};
pub use update_activation_configuration::{
    UPDATE_ACTIVATION_CONFIGURATION, UpdateActivationConfiguration,
};

/// The operations of sensor candidates; each method begins a request.
#[derive(Clone, Debug)]
pub struct SensorCandidates {
    pub(crate) client: Client,
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

    /// Get whether candidates are activated automatically. See
    /// [`GetSensorCandidateActivationConfiguration`].
    pub fn get_activation_configuration(&self) -> GetSensorCandidateActivationConfiguration {
        GetSensorCandidateActivationConfiguration::new(&self.client)
    }

    /// List servers that could become sensors. See [`ListSensorCandidates`].
    pub fn list(&self) -> ListSensorCandidates {
        ListSensorCandidates::new(&self.client)
    }

    /// Set whether candidates are activated automatically. See [`UpdateActivationConfiguration`].
    pub fn update_activation_configuration(
        &self,
        activation_mode: impl Into<SensorCandidateActivationConfigurationActivationMode>,
    ) -> UpdateActivationConfiguration {
        UpdateActivationConfiguration::new(&self.client, activation_mode)
    }
}
