//! `LegacyAlertHistoryState`.

use http_core::Timestamp;

use crate::graph::legacy_alerts::LegacyAlertFeedback;
use crate::graph::legacy_alerts::LegacyAlertStatus;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyAlertHistoryState {
        pub app_id: Option<String> = "appId",
        pub assigned_to: Option<String> = "assignedTo",
        pub comments: Vec<String> = "comments",
        pub feedback: Option<LegacyAlertFeedback> = "feedback",
        pub status: Option<LegacyAlertStatus> = "status",
        pub updated_date_time: Option<Timestamp> = "updatedDateTime",
        pub user: Option<String> = "user",
    }
}
