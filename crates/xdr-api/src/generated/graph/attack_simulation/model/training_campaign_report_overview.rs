//! `TrainingCampaignReportOverview`.

use crate::graph::attack_simulation::TrainingEventsContent;
use crate::graph::attack_simulation::TrainingNotificationDelivery;
use crate::graph::attack_simulation::UserTrainingCompletionSummary;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/trainingcampaignreportoverview.md`.
    pub struct TrainingCampaignReportOverview {
        pub training_module_completion: Option<TrainingEventsContent> = "trainingModuleCompletion",
        pub training_notification_delivery_status: Option<TrainingNotificationDelivery> = "trainingNotificationDeliveryStatus",
        pub user_completion_status: Option<UserTrainingCompletionSummary> = "userCompletionStatus",
    }
}
