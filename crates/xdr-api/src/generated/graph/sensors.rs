//! Operations and types of sensors.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`DeleteSensor`] | `DELETE /v1.0/security/identities/sensors/{sensor_id}` | `SecurityIdentitiesSensors.ReadWrite.All` |
//! | [`GetSensor`] | `GET /v1.0/security/identities/sensors/{sensor_id}` | `SecurityIdentitiesSensors.Read.All` |
//! | [`GetSensorDeploymentAccessKey`] | `GET /v1.0/security/identities/sensors/getDeploymentAccessKey` | `SecurityIdentitiesSensors.ReadWrite.All` |
//! | [`GetSensorDeploymentPackageUri`] | `GET /v1.0/security/identities/sensors/getDeploymentPackageUri` | `SecurityIdentitiesSensors.Read.All` |
//! | [`ListSensors`] | `GET /v1.0/security/identities/sensors` | `SecurityIdentitiesSensors.Read.All` |
//! | [`ListSensorHealthIssues`] | `GET /v1.0/security/identities/sensors/{sensor_id}/healthIssues` | `SecurityIdentitiesHealth.Read.All` |
//! | [`RegenerateDeploymentAccessKey`] | `POST /v1.0/security/identities/sensors/regenerateDeploymentAccessKey` | `SecurityIdentitiesSensors.ReadWrite.All` |
//! | [`UpdateSensor`] | `PATCH /v1.0/security/identities/sensors/{sensor_id}` | `SecurityIdentitiesSensors.ReadWrite.All` |

mod delete;
mod get;
mod get_deployment_access_key;
mod get_deployment_package_uri;
mod list;
mod list_health_issues;
mod model;
mod regenerate_deployment_access_key;
mod update;

use http_core::{Client, Id};

pub use delete::{DELETE, DeleteSensor};
pub use get::{GET, GetSensor};
pub use get_deployment_access_key::{GET_DEPLOYMENT_ACCESS_KEY, GetSensorDeploymentAccessKey};
pub use get_deployment_package_uri::{GET_DEPLOYMENT_PACKAGE_URI, GetSensorDeploymentPackageUri};
pub use list::{LIST, ListSensors};
pub use list_health_issues::{LIST_HEALTH_ISSUES, ListSensorHealthIssues};
pub use model::{
    DeploymentAccessKeyType, HealthStatus, NetworkAdapter, Sensor, SensorDeploymentPackage,
    SensorDeploymentStatus, SensorSettings, SensorType, ServiceStatus,
};
pub use regenerate_deployment_access_key::{
    REGENERATE_DEPLOYMENT_ACCESS_KEY, RegenerateDeploymentAccessKey,
};
pub use update::{UPDATE, UpdateSensor};

/// The operations of sensors; each method begins a request.
#[derive(Clone, Debug)]
pub struct Sensors {
    pub(crate) client: Client,
}

impl Sensors {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Delete a sensor. See [`DeleteSensor`].
    pub fn delete(&self, sensor_id: impl Into<Id<Sensor>>) -> DeleteSensor {
        DeleteSensor::new(&self.client, sensor_id)
    }

    /// Get one sensor. See [`GetSensor`].
    pub fn get(&self, sensor_id: impl Into<Id<Sensor>>) -> GetSensor {
        GetSensor::new(&self.client, sensor_id)
    }

    /// Get the sensor installation key. See [`GetSensorDeploymentAccessKey`].
    pub fn get_deployment_access_key(&self) -> GetSensorDeploymentAccessKey {
        GetSensorDeploymentAccessKey::new(&self.client)
    }

    /// Get the sensor installer URL. See [`GetSensorDeploymentPackageUri`].
    pub fn get_deployment_package_uri(&self) -> GetSensorDeploymentPackageUri {
        GetSensorDeploymentPackageUri::new(&self.client)
    }

    /// List Defender for Identity sensors. See [`ListSensors`].
    pub fn list(&self) -> ListSensors {
        ListSensors::new(&self.client)
    }

    /// List the health issues of one sensor. See [`ListSensorHealthIssues`].
    pub fn list_health_issues(&self, sensor_id: impl Into<Id<Sensor>>) -> ListSensorHealthIssues {
        ListSensorHealthIssues::new(&self.client, sensor_id)
    }

    /// Replace the sensor installation key. See [`RegenerateDeploymentAccessKey`].
    pub fn regenerate_deployment_access_key(&self) -> RegenerateDeploymentAccessKey {
        RegenerateDeploymentAccessKey::new(&self.client)
    }

    /// Change sensor settings. See [`UpdateSensor`].
    pub fn update(
        &self,
        sensor_id: impl Into<Id<Sensor>>,
        settings: &SensorSettings,
    ) -> UpdateSensor {
        UpdateSensor::new(&self.client, sensor_id, settings)
    }
}
