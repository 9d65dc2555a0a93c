//! `EndUserNotificationSetting`.

use crate::graph::attack_simulation::NoTrainingNotificationSetting;
use crate::graph::attack_simulation::TrainingNotificationSetting;

http_core::family! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub enum EndUserNotificationSetting {
        NoTrainingNotification(NoTrainingNotificationSetting) = "#microsoft.graph.noTrainingNotificationSetting",
        TrainingNotification(TrainingNotificationSetting) = "#microsoft.graph.trainingNotificationSetting",
    }
}
