//! `SimulationReport`.

use crate::graph::attack_simulation::SimulationReportOverview;
use crate::graph::attack_simulation::UserSimulationDetails;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SimulationReport {
        pub overview: Option<SimulationReportOverview> = "overview",
        pub simulation_users: Vec<UserSimulationDetails> = "simulationUsers",
    }
}
