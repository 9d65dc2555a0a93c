//! `UserTrainingEventInfo`.

use crate::graph::attack_simulation::TrainingStatus;
use crate::graph::attack_simulation::UserTrainingContentEventInfo;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UserTrainingEventInfo {
        pub display_name: Option<String> = "displayName",
        pub latest_training_status: Option<TrainingStatus> = "latestTrainingStatus",
        pub training_assigned_properties: Option<UserTrainingContentEventInfo> = "trainingAssignedProperties",
        pub training_completed_properties: Option<UserTrainingContentEventInfo> = "trainingCompletedProperties",
        pub training_updated_properties: Option<UserTrainingContentEventInfo> = "trainingUpdatedProperties",
    }
}
