//! `MicrosoftTrainingAssignmentMapping`.

use crate::graph::attack_simulation::Training;
use crate::graph::attack_simulation::TrainingAssignedTo;
use crate::graph::attack_simulation::TrainingSettingType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct MicrosoftTrainingAssignmentMapping {
        pub odata_type: Option<String> = "@odata.type",
        pub setting_type: Option<TrainingSettingType> = "settingType",
        pub assigned_to: Vec<TrainingAssignedTo> = "assignedTo",
        pub training: Option<Training> = "training",
    }
}
