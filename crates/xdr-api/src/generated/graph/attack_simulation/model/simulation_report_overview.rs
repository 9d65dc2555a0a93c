//! `SimulationReportOverview`.

use crate::graph::attack_simulation::RecommendedAction;
use crate::graph::attack_simulation::SimulationEventsContent;
use crate::graph::attack_simulation::TrainingEventsContent;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/simulationreportoverview.md`.
    pub struct SimulationReportOverview {
        pub recommended_actions: Vec<RecommendedAction> = "recommendedActions",
        /// Number of targets that are valid users.
        pub resolved_targets_count: Option<i64> = "resolvedTargetsCount",
        pub simulation_events_content: Option<SimulationEventsContent> = "simulationEventsContent",
        pub training_events_content: Option<TrainingEventsContent> = "trainingEventsContent",
    }
}
