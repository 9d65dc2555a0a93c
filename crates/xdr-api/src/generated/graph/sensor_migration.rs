//! Operations and types of sensor migration.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListSensorMigration`] | `GET /beta/security/identities/sensorMigration` | `SecurityIdentitiesMigration.Read.All` |
//! | [`MigrateSensorMigration`] | `POST /beta/security/identities/sensorMigration/migrate` | `SecurityIdentitiesMigration.ReadWrite.All` |

mod list;
mod migrate;
mod model;

use http_core::{Answer, Client, Header, Operation, Paging, Status};

pub use list::ListSensorMigration;
pub use migrate::MigrateSensorMigration;
pub use model::{SensorMigration, SensorMigrationMigrationState};

/// `graph.sensor_migration.list`: List sensors and their migration state. Status: preview.
pub static LIST: Operation = Operation::get(
    "graph.sensor_migration.list",
    "/beta/security/identities/sensorMigration",
)
.host("graph")
.summary("List sensors and their migration state")
.help("From the permission file and the type model; page not stored.")
.status(Status::Preview)
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["SecurityIdentitiesMigration.Read.All"],
    &["SecurityIdentitiesMigration.Read.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.sensor_migration.migrate`: Migrate sensors. Status: preview.
pub static MIGRATE: Operation = Operation::post(
    "graph.sensor_migration.migrate",
    "/beta/security/identities/sensorMigration/migrate",
)
.host("graph")
.summary("Migrate sensors")
.help("From the permission file and the type model; body not known.")
.status(Status::Preview)
.answer(Answer::Object)
.permissions(
    &["SecurityIdentitiesMigration.ReadWrite.All"],
    &["SecurityIdentitiesMigration.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// The operations of sensor migration; each method begins a request.
#[derive(Clone, Debug)]
pub struct SensorMigrationOperations {
    client: Client,
}

impl SensorMigrationOperations {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List sensors and their migration state. See [`ListSensorMigration`].
    pub fn list(&self) -> ListSensorMigration {
        ListSensorMigration::new(&self.client)
    }

    /// Migrate sensors. See [`MigrateSensorMigration`].
    pub fn migrate(&self) -> MigrateSensorMigration {
        MigrateSensorMigration::new(&self.client)
    }
}
