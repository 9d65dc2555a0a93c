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
    /// Alert.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Alert {
        /// Id. String; equals providerAlertId with a product prefix.
        pub id: Id<Alert> = "id",
        /// Actor display name.
        pub actor_display_name: Option<String> = "actorDisplayName",
        /// Additional data. Open map.
        pub additional_data: Option<Dictionary> = "additionalData",
        /// Alert policy id.
        pub alert_policy_id: Option<String> = "alertPolicyId",
        /// Alert web url.
        pub alert_web_url: Option<String> = "alertWebUrl",
        /// Assigned to. Free text owner.
        pub assigned_to: Option<String> = "assignedTo",
        /// Categories. Several phases; newer than category.
        pub categories: Vec<String> = "categories",
        /// Category. Kill chain phase, PascalCase text, not an enum.
        pub category: Option<String> = "category",
        /// Classification.
        pub classification: Option<AlertClassification> = "classification",
        /// Comments.
        pub comments: Vec<AlertComment> = "comments",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Custom details. Open map from the detection rule.
        pub custom_details: Option<Dictionary> = "customDetails",
        /// Description.
        pub description: Option<String> = "description",
        /// Detection source. Evolvable: members after unknownFutureValue are sent only with Prefer:
        /// include-unknown-enum-members.
        pub detection_source: Option<AlertDetectionSource> = "detectionSource",
        /// Detector id.
        pub detector_id: Option<String> = "detectorId",
        /// Determination.
        pub determination: Option<AlertDetermination> = "determination",
        /// Evidence. Polymorphic list, see `@odata.type`.
        pub evidence: Vec<AlertEvidence> = "evidence",
        /// First activity date time.
        pub first_activity_date_time: Option<Timestamp> = "firstActivityDateTime",
        /// Incident id. Text form of the incident number.
        pub incident_id: Option<Id<Incident>> = "incidentId",
        /// Incident web url.
        pub incident_web_url: Option<String> = "incidentWebUrl",
        /// Investigation state.
        pub investigation_state: Option<AlertInvestigationState> = "investigationState",
        /// Last activity date time. The documents call this the oldest activity, surely the newest.
        pub last_activity_date_time: Option<Timestamp> = "lastActivityDateTime",
        /// Last update date time.
        pub last_update_date_time: Option<Timestamp> = "lastUpdateDateTime",
        /// Mitre techniques. T-numbers.
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        /// Product name. Product as shown in the portal.
        pub product_name: Option<String> = "productName",
        /// Provider alert id.
        pub provider_alert_id: Option<String> = "providerAlertId",
        /// Recommended actions.
        pub recommended_actions: Option<String> = "recommendedActions",
        /// Resolved date time.
        pub resolved_date_time: Option<Timestamp> = "resolvedDateTime",
        /// Service source. Evolvable: members after unknownFutureValue are sent only with Prefer:
        /// include-unknown-enum-members.
        pub service_source: Option<AlertServiceSource> = "serviceSource",
        /// Severity.
        pub severity: Option<AlertSeverity> = "severity",
        /// Status. Unknown is in the metadata, not in the documents.
        pub status: Option<AlertStatus> = "status",
        /// System tags. Set by the service, e.g. Defender Experts.
        pub system_tags: Vec<String> = "systemTags",
        /// Tenant id.
        pub tenant_id: Option<String> = "tenantId",
        /// Threat display name.
        pub threat_display_name: Option<String> = "threatDisplayName",
        /// Threat family name.
        pub threat_family_name: Option<String> = "threatFamilyName",
        /// Title.
        pub title: Option<String> = "title",
    }
}
