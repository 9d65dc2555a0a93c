//! `SimulationAutomation`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::EmailIdentity;
use crate::graph::attack_simulation::SimulationAutomationRun;
use crate::graph::attack_simulation::SimulationAutomationStatus;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SimulationAutomation {
        pub id: Id<SimulationAutomation> = "id",
        pub created_by: Option<EmailIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        pub display_name: Option<String> = "displayName",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_run_date_time: Option<Timestamp> = "lastRunDateTime",
        pub next_run_date_time: Option<Timestamp> = "nextRunDateTime",
        pub status: Option<SimulationAutomationStatus> = "status",
        /// Absent unless expanded or read on its own path.
        pub runs: Vec<SimulationAutomationRun> = "runs",
    }
}
