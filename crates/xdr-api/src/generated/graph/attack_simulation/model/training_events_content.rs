//! `TrainingEventsContent`.

use crate::graph::attack_simulation::AssignedTrainingInfo;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct TrainingEventsContent {
        pub assigned_trainings_infos: Vec<AssignedTrainingInfo> = "assignedTrainingsInfos",
        pub trainings_assigned_user_count: Option<i64> = "trainingsAssignedUserCount",
    }
}
