//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::graph::sensors::HealthStatus;
use crate::graph::sensors::SensorType;
use crate::graph::sensors::ServiceStatus;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-sensormigration-migrate.md`.
    pub struct MigrateSensorsResult {
        pub successful_migration_sensor_ids: Vec<String> = "successfulMigrationSensorIds",
        pub failed_migration_sensor_ids: Vec<String> = "failedMigrationSensorIds",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct SensorMigration {
        pub id: Id<SensorMigration> = "id",
        pub display_name: Option<String> = "displayName",
        pub domain_name: Option<String> = "domainName",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub sensor_type: Option<SensorType> = "sensorType",
        pub health_status: Option<HealthStatus> = "healthStatus",
        pub service_status: Option<ServiceStatus> = "serviceStatus",
        pub migration_state: Option<SensorMigrationMigrationState> = "migrationState",
        pub version: Option<String> = "version",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SensorMigrationMigrationState {
        Migrating = "migrating",
        MigrationFailed = "migrationFailed",
        NotReadyForMigration = "notReadyForMigration",
        ReadyForMigration = "readyForMigration",
        UpToDate = "upToDate",
        UnknownFutureValue = "unknownFutureValue",
    }
}
