//! Operations and types of sensors.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetSensor`] | `GET /v1.0/security/identities/sensors/{sensor_id}` | `SecurityIdentitiesSensors.Read.All` |
//! | [`GetSensorDeploymentAccessKey`] | `GET /v1.0/security/identities/sensors/getDeploymentAccessKey` | `SecurityIdentitiesSensors.ReadWrite.All` |
//! | [`GetSensorDeploymentPackageUri`] | `GET /v1.0/security/identities/sensors/getDeploymentPackageUri` | `SecurityIdentitiesSensors.Read.All` |
//! | [`ListSensors`] | `GET /v1.0/security/identities/sensors` | `SecurityIdentitiesSensors.Read.All` |
//! | [`ListSensorHealthIssues`] | `GET /v1.0/security/identities/sensors/{sensor_id}/healthIssues` | `SecurityIdentitiesHealth.Read.All` |
//! | [`RegenerateDeploymentAccessKey`] | `POST /v1.0/security/identities/sensors/regenerateDeploymentAccessKey` | `SecurityIdentitiesSensors.ReadWrite.All` |
//! | [`UpdateSensor`] | `PATCH /v1.0/security/identities/sensors/{sensor_id}` | `SecurityIdentitiesSensors.ReadWrite.All` |

mod get;
mod get_deployment_access_key;
mod get_deployment_package_uri;
mod list;
mod list_health_issues;
mod model;
mod regenerate_deployment_access_key;
mod update;

use http_core::{Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param};

pub use get::GetSensor;
pub use get_deployment_access_key::GetSensorDeploymentAccessKey;
pub use get_deployment_package_uri::GetSensorDeploymentPackageUri;
pub use list::ListSensors;
pub use list_health_issues::ListSensorHealthIssues;
pub use model::{
    DeploymentAccessKeyType, HealthStatus, NetworkAdapter, Sensor, SensorDeploymentPackage,
    SensorDeploymentStatus, SensorSettings, SensorType, ServiceStatus,
};
pub use regenerate_deployment_access_key::RegenerateDeploymentAccessKey;
pub use update::UpdateSensor;

/// `graph.sensors.get`: Get one sensor.
pub static GET: Operation = Operation::get(
    "graph.sensors.get",
    "/v1.0/security/identities/sensors/{sensor_id}",
)
.host("graph")
.summary("Get one sensor")
.params(&[Param::path("sensor_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.permissions(
    &["SecurityIdentitiesSensors.Read.All"],
    &["SecurityIdentitiesSensors.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.sensors.get_deployment_access_key`: Get the sensor installation key.
pub static GET_DEPLOYMENT_ACCESS_KEY: Operation = Operation::get("graph.sensors.get_deployment_access_key", "/v1.0/security/identities/sensors/getDeploymentAccessKey").host("graph").summary("Get the sensor installation key").help("The answer is a secret. Sample wraps it in value and names the key \
sensorDeploymentAccessKey; the model says deploymentAccessKey and no \
wrapper: accept both. Needs the write permission although it is a GET.").headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).answer(Answer::Object).permissions(&["SecurityIdentitiesSensors.ReadWrite.All"], &["SecurityIdentitiesSensors.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-getdeploymentaccesskey.md");

/// `graph.sensors.get_deployment_package_uri`: Get the sensor installer URL.
pub static GET_DEPLOYMENT_PACKAGE_URI: Operation = Operation::get("graph.sensors.get_deployment_package_uri", "/v1.0/security/identities/sensors/getDeploymentPackageUri").host("graph").summary("Get the sensor installer URL").help("Sample wraps the object in value.").headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).answer(Answer::Object).permissions(&["SecurityIdentitiesSensors.Read.All"], &["SecurityIdentitiesSensors.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-getdeploymentpackageuri.md");

/// `graph.sensors.list`: List Defender for Identity sensors.
pub static LIST: Operation = Operation::get("graph.sensors.list", "/v1.0/security/identities/sensors").host("graph").summary("List Defender for Identity sensors").help("Read permission only: SecurityIdentitiesSensors.ReadWrite.All is not \
listed for reading. serviceStatus is in the model, not in the sample.").params(&[Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["SecurityIdentitiesSensors.Read.All"], &["SecurityIdentitiesSensors.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-sensors.md");

/// `graph.sensors.list_health_issues`: List the health issues of one sensor.
pub static LIST_HEALTH_ISSUES: Operation = Operation::get(
    "graph.sensors.list_health_issues",
    "/v1.0/security/identities/sensors/{sensor_id}/healthIssues",
)
.host("graph")
.summary("List the health issues of one sensor")
.help("Relationship in the metadata; page and permission not confirmed.")
.params(&[Param::path("sensor_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["SecurityIdentitiesHealth.Read.All"],
    &["SecurityIdentitiesHealth.Read.All"],
)
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// `graph.sensors.regenerate_deployment_access_key`: Make a new sensor installation key.
pub static REGENERATE_DEPLOYMENT_ACCESS_KEY: Operation = Operation::post(
    "graph.sensors.regenerate_deployment_access_key",
    "/v1.0/security/identities/sensors/regenerateDeploymentAccessKey",
)
.host("graph")
.summary("Make a new sensor installation key")
.help("No body. The old key stops working.")
.answer(Answer::Object)
.permissions(
    &["SecurityIdentitiesSensors.ReadWrite.All"],
    &["SecurityIdentitiesSensors.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.sensors.update`: Change sensor settings.
pub static UPDATE: Operation = Operation::patch(
    "graph.sensors.update",
    "/v1.0/security/identities/sensors/{sensor_id}",
)
.host("graph")
.summary("Change sensor settings")
.help(
    "Prose says isDelayedUpdateEnabled, model and sample say \
isDelayedDeploymentEnabled. Global cloud only.",
)
.params(&[
    Param::path("sensor_id"),
    Param::body("settings").kind(Kind::Json).required().help(
        "description for all; isDelayedDeploymentEnabled and \
domainControllerDnsNames only below version 3, the latter not for domain \
controller sensors",
    ),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.permissions(
    &["SecurityIdentitiesSensors.ReadWrite.All"],
    &["SecurityIdentitiesSensors.ReadWrite.All"],
)
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensor-update.md",
);

/// The operations of sensors; each method begins a request.
#[derive(Clone, Debug)]
pub struct Sensors {
    client: Client,
}

impl Sensors {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
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

    /// Make a new sensor installation key. See [`RegenerateDeploymentAccessKey`].
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
