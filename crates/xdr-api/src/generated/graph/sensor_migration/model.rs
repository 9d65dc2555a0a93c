//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::sensors::HealthStatus;
use crate::graph::sensors::SensorType;
use crate::graph::sensors::ServiceStatus;

http_core::entity! {
    /// Sensor migration.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct SensorMigration {
        /// Id.
        pub id: Id<SensorMigration> = "id",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Sensor type.
        pub sensor_type: Option<SensorType> = "sensorType",
        /// Health status.
        pub health_status: Option<HealthStatus> = "healthStatus",
        /// Service status.
        pub service_status: Option<ServiceStatus> = "serviceStatus",
        /// Migration state.
        pub migration_state: Option<SensorMigrationMigrationState> = "migrationState",
        /// Version.
        pub version: Option<String> = "version",
    }
}

http_core::open_enum! {
    /// Sensor migration migration state. An open set of words.
    pub enum SensorMigrationMigrationState {
        Migrating = "migrating",
        MigrationFailed = "migrationFailed",
        NotReadyForMigration = "notReadyForMigration",
        ReadyForMigration = "readyForMigration",
        UpToDate = "upToDate",
        UnknownFutureValue = "unknownFutureValue",
    }
}
