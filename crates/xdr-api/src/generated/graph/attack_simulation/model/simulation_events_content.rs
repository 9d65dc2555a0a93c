//! `SimulationEventsContent`.

use crate::graph::attack_simulation::SimulationEvent;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/simulationeventscontent.md`.
    pub struct SimulationEventsContent {
        /// Percent of the targets that fell for the attack.
        pub compromised_rate: Option<f64> = "compromisedRate",
        pub events: Vec<SimulationEvent> = "events",
    }
}
