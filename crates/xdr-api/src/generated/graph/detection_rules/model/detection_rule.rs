//! `DetectionRule`.

use http_core::{Id, Timestamp};

use crate::graph::detection_rules::DetectionAction;
use crate::graph::detection_rules::DetectionRuleStatus;
use crate::graph::detection_rules::QueryCondition;
use crate::graph::detection_rules::RuleSchedule;
use crate::graph::detection_rules::RunDetails;

http_core::entity! {
    /// Detection rule.
    ///
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-rulesroot-post-detectionrules.md`.
    pub struct DetectionRule {
        /// Id. Chosen by the caller on create in the current model (a slug); numeric text on rules made
        /// before.
        pub id: Id<DetectionRule> = "id",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Description.
        pub description: Option<String> = "description",
        /// Status. Replaces isEnabled.
        pub status: Option<DetectionRuleStatus> = "status",
        /// Is enabled. Deprecated, leaves on 2026-10-01.
        pub is_enabled: Option<bool> = "isEnabled",
        /// Created by.
        pub created_by: Option<String> = "createdBy",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Last modified by.
        pub last_modified_by: Option<String> = "lastModifiedBy",
        /// Last modified date time.
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Detector id. Equals the detectorId of the alerts it raises.
        pub detector_id: Option<String> = "detectorId",
        /// Query condition.
        pub query_condition: Option<QueryCondition> = "queryCondition",
        /// Schedule.
        pub schedule: Option<RuleSchedule> = "schedule",
        /// Last run details.
        pub last_run_details: Option<RunDetails> = "lastRunDetails",
        /// Detection action.
        pub detection_action: Option<DetectionAction> = "detectionAction",
    }
}
