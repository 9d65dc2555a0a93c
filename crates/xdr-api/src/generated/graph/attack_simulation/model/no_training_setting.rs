//! `NoTrainingSetting`.

use crate::graph::attack_simulation::TrainingSettingType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct NoTrainingSetting {
        pub odata_type: Option<String> = "@odata.type",
        pub setting_type: Option<TrainingSettingType> = "settingType",
    }
}
