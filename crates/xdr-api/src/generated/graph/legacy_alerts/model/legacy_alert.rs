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
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyAlert {
        pub id: Id<LegacyAlert> = "id",
        pub activity_group_name: Option<String> = "activityGroupName",
        pub alert_detections: Vec<LegacyAlertDetection> = "alertDetections",
        pub assigned_to: Option<String> = "assignedTo",
        pub azure_subscription_id: Option<String> = "azureSubscriptionId",
        pub azure_tenant_id: Option<String> = "azureTenantId",
        pub category: Option<String> = "category",
        pub closed_date_time: Option<Timestamp> = "closedDateTime",
        pub cloud_app_states: Vec<CloudAppSecurityState> = "cloudAppStates",
        pub comments: Vec<String> = "comments",
        pub confidence: Option<i64> = "confidence",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        pub detection_ids: Vec<String> = "detectionIds",
        pub event_date_time: Option<Timestamp> = "eventDateTime",
        pub feedback: Option<LegacyAlertFeedback> = "feedback",
        pub file_states: Vec<FileSecurityState> = "fileStates",
        pub history_states: Vec<LegacyAlertHistoryState> = "historyStates",
        pub host_states: Vec<HostSecurityState> = "hostStates",
        pub incident_ids: Vec<String> = "incidentIds",
        pub investigation_security_states: Vec<InvestigationSecurityState> = "investigationSecurityStates",
        pub last_event_date_time: Option<Timestamp> = "lastEventDateTime",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub malware_states: Vec<MalwareState> = "malwareStates",
        pub message_security_states: Vec<MessageSecurityState> = "messageSecurityStates",
        pub network_connections: Vec<NetworkConnection> = "networkConnections",
        pub processes: Vec<LegacyProcess> = "processes",
        pub recommended_actions: Vec<String> = "recommendedActions",
        pub registry_key_states: Vec<RegistryKeyState> = "registryKeyStates",
        pub security_resources: Vec<SecurityResource> = "securityResources",
        pub severity: Option<AlertSeverity> = "severity",
        pub source_materials: Vec<String> = "sourceMaterials",
        pub status: Option<LegacyAlertStatus> = "status",
        pub tags: Vec<String> = "tags",
        pub title: Option<String> = "title",
        pub triggers: Vec<LegacyAlertTrigger> = "triggers",
        pub uri_click_security_states: Vec<UriClickSecurityState> = "uriClickSecurityStates",
        pub user_states: Vec<UserSecurityState> = "userStates",
        pub vendor_information: Option<SecurityVendorInformation> = "vendorInformation",
        pub vulnerability_states: Vec<VulnerabilityState> = "vulnerabilityStates",
    }
}
