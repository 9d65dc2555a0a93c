//! Operations and types of sensor migration.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListSensorMigration`] | `GET /beta/security/identities/sensorMigration` | `SecurityIdentitiesMigration.Read.All` |
//! | [`MigrateSensorMigration`] | `POST /beta/security/identities/sensorMigration/migrate` | `SecurityIdentitiesMigration.ReadWrite.All` |

mod list;
mod migrate;
mod model;

use http_core::Client;

pub use list::{LIST, ListSensorMigration};
pub use migrate::{MIGRATE, MigrateSensorMigration};
pub use model::{MigrateSensorsResult, SensorMigration, SensorMigrationMigrationState};

/// The operations of sensor migration; each method begins a request.
#[derive(Clone, Debug)]
pub struct SensorMigrationOperations {
    pub(crate) client: Client,
}

impl SensorMigrationOperations {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List sensors with their migration state. See [`ListSensorMigration`].
    pub fn list(&self) -> ListSensorMigration {
        ListSensorMigration::new(&self.client)
    }

    /// Migrate sensors. See [`MigrateSensorMigration`].
    pub fn migrate(
        &self,
        sensor_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> MigrateSensorMigration {
        MigrateSensorMigration::new(&self.client, sensor_ids)
    }
}
