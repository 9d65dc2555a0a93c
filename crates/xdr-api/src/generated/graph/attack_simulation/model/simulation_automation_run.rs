//! `SimulationAutomationRun`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::Simulation;
use crate::graph::attack_simulation::SimulationAutomationRunStatus;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SimulationAutomationRun {
        pub id: Id<SimulationAutomationRun> = "id",
        pub end_date_time: Option<Timestamp> = "endDateTime",
        pub simulation_id: Option<Id<Simulation>> = "simulationId",
        pub start_date_time: Option<Timestamp> = "startDateTime",
        pub status: Option<SimulationAutomationRunStatus> = "status",
    }
}
