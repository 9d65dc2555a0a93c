//! The records and words of this group.

use http_core::Timestamp;

use crate::graph::attack_simulation::AttackSimulationUser;
use crate::graph::attack_simulation::TrainingStatus;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AttackSimulationRepeatOffender {
        pub attack_simulation_user: Option<AttackSimulationUser> = "attackSimulationUser",
        /// Number of simulations that the user fell for.
        pub repeat_offence_count: Option<i64> = "repeatOffenceCount",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AttackSimulationSimulationUserCoverage {
        pub attack_simulation_user: Option<AttackSimulationUser> = "attackSimulationUser",
        pub click_count: Option<i64> = "clickCount",
        pub compromised_count: Option<i64> = "compromisedCount",
        pub latest_simulation_date_time: Option<Timestamp> = "latestSimulationDateTime",
        /// Null for a user who was in no simulation.
        pub simulation_count: Option<i64> = "simulationCount",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AttackSimulationTrainingUserCoverage {
        pub attack_simulation_user: Option<AttackSimulationUser> = "attackSimulationUser",
        pub user_trainings: Vec<UserTrainingStatusInfo> = "userTrainings",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UserTrainingStatusInfo {
        pub assigned_date_time: Option<Timestamp> = "assignedDateTime",
        pub completion_date_time: Option<Timestamp> = "completionDateTime",
        pub display_name: Option<String> = "displayName",
        pub training_status: Option<TrainingStatus> = "trainingStatus",
    }
}
