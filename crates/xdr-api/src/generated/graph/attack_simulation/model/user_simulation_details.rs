//! `UserSimulationDetails`.

use http_core::Timestamp;

use crate::graph::attack_simulation::AttackSimulationUser;
use crate::graph::attack_simulation::UserSimulationEventInfo;
use crate::graph::attack_simulation::UserTrainingEventInfo;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/usersimulationdetails.md`.
    pub struct UserSimulationDetails {
        pub assigned_trainings_count: Option<i64> = "assignedTrainingsCount",
        pub completed_trainings_count: Option<i64> = "completedTrainingsCount",
        pub compromised_date_time: Option<Timestamp> = "compromisedDateTime",
        pub in_progress_trainings_count: Option<i64> = "inProgressTrainingsCount",
        pub is_compromised: Option<bool> = "isCompromised",
        pub reported_phish_date_time: Option<Timestamp> = "reportedPhishDateTime",
        pub simulation_events: Vec<UserSimulationEventInfo> = "simulationEvents",
        pub simulation_user: Option<AttackSimulationUser> = "simulationUser",
        pub training_events: Vec<UserTrainingEventInfo> = "trainingEvents",
    }
}
