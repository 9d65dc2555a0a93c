//! `TrainingReminderNotification`.

use crate::graph::attack_simulation::EndUserNotification;
use crate::graph::attack_simulation::NotificationDeliveryFrequency;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct TrainingReminderNotification {
        pub default_language: Option<String> = "defaultLanguage",
        pub end_user_notification: Option<EndUserNotification> = "endUserNotification",
        pub delivery_frequency: Option<NotificationDeliveryFrequency> = "deliveryFrequency",
    }
}
