//! `DetectionRule`.

use http_core::{Id, Timestamp};

use crate::graph::detection_rules::DetectionAction;
use crate::graph::detection_rules::DetectionRuleStatus;
use crate::graph::detection_rules::QueryCondition;
use crate::graph::detection_rules::RuleSchedule;
use crate::graph::detection_rules::RunDetails;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-rulesroot-post-detectionrules.md`.
    pub struct DetectionRule {
        /// Chosen by the caller at creation (a slug). Numeric text on rules made before.
        pub id: Id<DetectionRule> = "id",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub status: Option<DetectionRuleStatus> = "status",
        pub created_by: Option<String> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Equals the detectorId of the alerts it raises.
        pub detector_id: Option<String> = "detectorId",
        pub query_condition: Option<QueryCondition> = "queryCondition",
        pub schedule: Option<RuleSchedule> = "schedule",
        pub last_run_details: Option<RunDetails> = "lastRunDetails",
        pub detection_action: Option<DetectionAction> = "detectionAction",
    }
}
