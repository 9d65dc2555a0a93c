//! `SimulationNotification`.

use crate::graph::attack_simulation::EndUserNotification;
use crate::graph::attack_simulation::TargettedUserType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SimulationNotification {
        pub default_language: Option<String> = "defaultLanguage",
        pub end_user_notification: Option<EndUserNotification> = "endUserNotification",
        pub targetted_user_type: Option<TargettedUserType> = "targettedUserType",
    }
}
