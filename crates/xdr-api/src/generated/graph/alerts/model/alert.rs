//! `Alert`.

use http_core::{Id, Timestamp};

use crate::graph::alerts::AlertClassification;
use crate::graph::alerts::AlertComment;
use crate::graph::alerts::AlertDetectionSource;
use crate::graph::alerts::AlertDetermination;
use crate::graph::alerts::AlertEvidence;
use crate::graph::alerts::AlertInvestigationState;
use crate::graph::alerts::AlertServiceSource;
use crate::graph::alerts::AlertSeverity;
use crate::graph::alerts::AlertStatus;
use crate::graph::alerts::Dictionary;
use crate::graph::incidents::Incident;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Alert {
        /// String. Equals providerAlertId with a product prefix.
        pub id: Id<Alert> = "id",
        pub actor_display_name: Option<String> = "actorDisplayName",
        /// Open map.
        pub additional_data: Option<Dictionary> = "additionalData",
        pub alert_policy_id: Option<String> = "alertPolicyId",
        pub alert_web_url: Option<String> = "alertWebUrl",
        /// Free text owner.
        pub assigned_to: Option<String> = "assignedTo",
        /// Several phases, where `category` has one.
        pub categories: Vec<String> = "categories",
        /// Phase of the kill chain, in PascalCase.
        pub category: Option<String> = "category",
        pub classification: Option<AlertClassification> = "classification",
        pub comments: Vec<AlertComment> = "comments",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Open map from the detection rule.
        pub custom_details: Option<Dictionary> = "customDetails",
        pub description: Option<String> = "description",
        /// Values after `unknownFutureValue` are sent only with the header `Prefer:
        /// include-unknown-enum-members`.
        pub detection_source: Option<AlertDetectionSource> = "detectionSource",
        pub detector_id: Option<String> = "detectorId",
        pub determination: Option<AlertDetermination> = "determination",
        /// Records of several types: see `@odata.type`.
        pub evidence: Vec<AlertEvidence> = "evidence",
        pub first_activity_date_time: Option<Timestamp> = "firstActivityDateTime",
        /// Text form of the incident number.
        pub incident_id: Option<Id<Incident>> = "incidentId",
        pub incident_web_url: Option<String> = "incidentWebUrl",
        pub investigation_state: Option<AlertInvestigationState> = "investigationState",
        /// Time of the newest activity.
        pub last_activity_date_time: Option<Timestamp> = "lastActivityDateTime",
        pub last_update_date_time: Option<Timestamp> = "lastUpdateDateTime",
        /// T-numbers.
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        /// Product as the portal shows it.
        pub product_name: Option<String> = "productName",
        pub provider_alert_id: Option<String> = "providerAlertId",
        pub recommended_actions: Option<String> = "recommendedActions",
        pub resolved_date_time: Option<Timestamp> = "resolvedDateTime",
        /// Values after `unknownFutureValue` are sent only with the header `Prefer:
        /// include-unknown-enum-members`.
        pub service_source: Option<AlertServiceSource> = "serviceSource",
        pub severity: Option<AlertSeverity> = "severity",
        pub status: Option<AlertStatus> = "status",
        /// Set by the service, such as Defender Experts.
        pub system_tags: Vec<String> = "systemTags",
        pub tenant_id: Option<String> = "tenantId",
        pub threat_display_name: Option<String> = "threatDisplayName",
        pub threat_family_name: Option<String> = "threatFamilyName",
        pub title: Option<String> = "title",
    }
}
