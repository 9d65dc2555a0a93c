//! `CustomTrainingSetting`.

use crate::graph::attack_simulation::TrainingAssignedTo;
use crate::graph::attack_simulation::TrainingSettingType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CustomTrainingSetting {
        pub odata_type: Option<String> = "@odata.type",
        pub setting_type: Option<TrainingSettingType> = "settingType",
        pub assigned_to: Vec<TrainingAssignedTo> = "assignedTo",
        pub description: Option<String> = "description",
        pub display_name: Option<String> = "displayName",
        pub duration_in_minutes: Option<i64> = "durationInMinutes",
        pub url: Option<String> = "url",
    }
}
