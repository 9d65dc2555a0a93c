//! `LegacyAlert`.

use http_core::{Id, Timestamp};

use crate::graph::alerts::AlertSeverity;
use crate::graph::legacy_alerts::CloudAppSecurityState;
use crate::graph::legacy_alerts::FileSecurityState;
use crate::graph::legacy_alerts::HostSecurityState;
use crate::graph::legacy_alerts::InvestigationSecurityState;
use crate::graph::legacy_alerts::LegacyAlertDetection;
use crate::graph::legacy_alerts::LegacyAlertFeedback;
use crate::graph::legacy_alerts::LegacyAlertHistoryState;
use crate::graph::legacy_alerts::LegacyAlertStatus;
use crate::graph::legacy_alerts::LegacyAlertTrigger;
use crate::graph::legacy_alerts::LegacyProcess;
use crate::graph::legacy_alerts::MalwareState;
use crate::graph::legacy_alerts::MessageSecurityState;
use crate::graph::legacy_alerts::NetworkConnection;
use crate::graph::legacy_alerts::RegistryKeyState;
use crate::graph::legacy_alerts::SecurityResource;
use crate::graph::legacy_alerts::SecurityVendorInformation;
use crate::graph::legacy_alerts::UriClickSecurityState;
use crate::graph::legacy_alerts::UserSecurityState;
use crate::graph::legacy_alerts::VulnerabilityState;

http_core::entity! {
    /// Legacy alert.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyAlert {
        /// Id.
        pub id: Id<LegacyAlert> = "id",
        /// Activity group name.
        pub activity_group_name: Option<String> = "activityGroupName",
        /// Alert detections.
        pub alert_detections: Vec<LegacyAlertDetection> = "alertDetections",
        /// Assigned to.
        pub assigned_to: Option<String> = "assignedTo",
        /// Azure subscription id.
        pub azure_subscription_id: Option<String> = "azureSubscriptionId",
        /// Azure tenant id.
        pub azure_tenant_id: Option<String> = "azureTenantId",
        /// Category.
        pub category: Option<String> = "category",
        /// Closed date time.
        pub closed_date_time: Option<Timestamp> = "closedDateTime",
        /// Cloud app states.
        pub cloud_app_states: Vec<CloudAppSecurityState> = "cloudAppStates",
        /// Comments.
        pub comments: Vec<String> = "comments",
        /// Confidence.
        pub confidence: Option<i64> = "confidence",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Description.
        pub description: Option<String> = "description",
        /// Detection ids.
        pub detection_ids: Vec<String> = "detectionIds",
        /// Event date time.
        pub event_date_time: Option<Timestamp> = "eventDateTime",
        /// Feedback.
        pub feedback: Option<LegacyAlertFeedback> = "feedback",
        /// File states.
        pub file_states: Vec<FileSecurityState> = "fileStates",
        /// History states.
        pub history_states: Vec<LegacyAlertHistoryState> = "historyStates",
        /// Host states.
        pub host_states: Vec<HostSecurityState> = "hostStates",
        /// Incident ids.
        pub incident_ids: Vec<String> = "incidentIds",
        /// Investigation security states.
        pub investigation_security_states: Vec<InvestigationSecurityState> = "investigationSecurityStates",
        /// Last event date time.
        pub last_event_date_time: Option<Timestamp> = "lastEventDateTime",
        /// Last modified date time.
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        /// Malware states.
        pub malware_states: Vec<MalwareState> = "malwareStates",
        /// Message security states.
        pub message_security_states: Vec<MessageSecurityState> = "messageSecurityStates",
        /// Network connections.
        pub network_connections: Vec<NetworkConnection> = "networkConnections",
        /// Processes.
        pub processes: Vec<LegacyProcess> = "processes",
        /// Recommended actions.
        pub recommended_actions: Vec<String> = "recommendedActions",
        /// Registry key states.
        pub registry_key_states: Vec<RegistryKeyState> = "registryKeyStates",
        /// Security resources.
        pub security_resources: Vec<SecurityResource> = "securityResources",
        /// Severity.
        pub severity: Option<AlertSeverity> = "severity",
        /// Source materials.
        pub source_materials: Vec<String> = "sourceMaterials",
        /// Status.
        pub status: Option<LegacyAlertStatus> = "status",
        /// Tags.
        pub tags: Vec<String> = "tags",
        /// Title.
        pub title: Option<String> = "title",
        /// Triggers.
        pub triggers: Vec<LegacyAlertTrigger> = "triggers",
        /// Uri click security states.
        pub uri_click_security_states: Vec<UriClickSecurityState> = "uriClickSecurityStates",
        /// User states.
        pub user_states: Vec<UserSecurityState> = "userStates",
        /// Vendor information.
        pub vendor_information: Option<SecurityVendorInformation> = "vendorInformation",
        /// Vulnerability states.
        pub vulnerability_states: Vec<VulnerabilityState> = "vulnerabilityStates",
    }
}
