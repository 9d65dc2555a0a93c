//! `BaseEndUserNotification`.

use crate::graph::attack_simulation::EndUserNotification;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct BaseEndUserNotification {
        pub default_language: Option<String> = "defaultLanguage",
        pub end_user_notification: Option<EndUserNotification> = "endUserNotification",
    }
}
