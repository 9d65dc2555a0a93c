//! `LegacyAlertHistoryState`.

use http_core::Timestamp;

use crate::graph::legacy_alerts::LegacyAlertFeedback;
use crate::graph::legacy_alerts::LegacyAlertStatus;

http_core::entity! {
    /// Legacy alert history state.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyAlertHistoryState {
        /// App id.
        pub app_id: Option<String> = "appId",
        /// Assigned to.
        pub assigned_to: Option<String> = "assignedTo",
        /// Comments.
        pub comments: Vec<String> = "comments",
        /// Feedback.
        pub feedback: Option<LegacyAlertFeedback> = "feedback",
        /// Status.
        pub status: Option<LegacyAlertStatus> = "status",
        /// Updated date time.
        pub updated_date_time: Option<Timestamp> = "updatedDateTime",
        /// User.
        pub user: Option<String> = "user",
    }
}
