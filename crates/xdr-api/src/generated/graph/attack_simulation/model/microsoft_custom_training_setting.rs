//! `MicrosoftCustomTrainingSetting`.

use http_core::Timestamp;

use crate::graph::attack_simulation::MicrosoftTrainingAssignmentMapping;
use crate::graph::attack_simulation::TrainingCompletionDuration;
use crate::graph::attack_simulation::TrainingSettingType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct MicrosoftCustomTrainingSetting {
        pub odata_type: Option<String> = "@odata.type",
        pub setting_type: Option<TrainingSettingType> = "settingType",
        pub completion_date_time: Option<Timestamp> = "completionDateTime",
        pub training_assignment_mappings: Vec<MicrosoftTrainingAssignmentMapping> = "trainingAssignmentMappings",
        pub training_completion_duration: Option<TrainingCompletionDuration> = "trainingCompletionDuration",
    }
}
