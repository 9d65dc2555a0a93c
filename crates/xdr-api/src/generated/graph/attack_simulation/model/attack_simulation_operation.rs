//! `AttackSimulationOperation`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::AttackSimulationOperationType;
use crate::graph::attack_simulation::LongRunningOperationStatus;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/attacksimulationoperation.md`.
    pub struct AttackSimulationOperation {
        pub id: Id<AttackSimulationOperation> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub last_action_date_time: Option<Timestamp> = "lastActionDateTime",
        /// Address of the simulation, once it exists.
        pub resource_location: Option<String> = "resourceLocation",
        pub status: Option<LongRunningOperationStatus> = "status",
        pub status_detail: Option<String> = "statusDetail",
        pub percentage_completed: Option<i64> = "percentageCompleted",
        pub tenant_id: Option<String> = "tenantId",
        pub r#type: Option<AttackSimulationOperationType> = "type",
    }
}
