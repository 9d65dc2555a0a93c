//! `EndUserNotification`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::EmailIdentity;
use crate::graph::attack_simulation::EndUserNotificationDetail;
use crate::graph::attack_simulation::EndUserNotificationType;
use crate::graph::attack_simulation::SimulationContentSource;
use crate::graph::attack_simulation::SimulationContentStatus;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct EndUserNotification {
        pub id: Id<EndUserNotification> = "id",
        pub created_by: Option<EmailIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        /// Absent unless expanded.
        pub details: Vec<EndUserNotificationDetail> = "details",
        pub display_name: Option<String> = "displayName",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub notification_type: Option<EndUserNotificationType> = "notificationType",
        pub source: Option<SimulationContentSource> = "source",
        pub status: Option<SimulationContentStatus> = "status",
        pub supported_locales: Vec<String> = "supportedLocales",
    }
}
