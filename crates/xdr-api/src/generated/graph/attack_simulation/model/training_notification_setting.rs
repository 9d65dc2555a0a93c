//! `TrainingNotificationSetting`.

use crate::graph::attack_simulation::BaseEndUserNotification;
use crate::graph::attack_simulation::EndUserNotificationPreference;
use crate::graph::attack_simulation::EndUserNotificationSettingType;
use crate::graph::attack_simulation::PositiveReinforcementNotification;
use crate::graph::attack_simulation::TrainingReminderNotification;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct TrainingNotificationSetting {
        pub odata_type: Option<String> = "@odata.type",
        pub notification_preference: Option<EndUserNotificationPreference> = "notificationPreference",
        pub positive_reinforcement: Option<PositiveReinforcementNotification> = "positiveReinforcement",
        pub setting_type: Option<EndUserNotificationSettingType> = "settingType",
        pub training_assignment: Option<BaseEndUserNotification> = "trainingAssignment",
        pub training_reminder: Option<TrainingReminderNotification> = "trainingReminder",
    }
}
