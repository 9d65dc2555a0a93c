//! `IncidentCase`.

use http_core::{Id, Timestamp, Value};

use crate::graph::case_activities::CaseActivity;
use crate::graph::case_attachments::CaseAttachment;
use crate::graph::case_relations::CaseRelation;
use crate::graph::case_tasks::CaseTask;
use crate::graph::cases::CaseAlertCounts;
use crate::graph::cases::CaseImpactedAssets;
use crate::graph::cases::CaseIncidentClassification;
use crate::graph::cases::CaseIncidentDetermination;
use crate::graph::cases::CaseIncidentSeverity;
use crate::graph::cases::CaseInvestigation;
use crate::graph::cases::CaseSlaPolicy;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-incidentcase.md`.
    pub struct IncidentCase {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<IncidentCase> = "id",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub created_by: Option<String> = "createdBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub last_modified_by: Option<String> = "lastModifiedBy",
        pub display_name: Option<String> = "displayName",
        /// One of the statuses of the case type.
        pub status: Option<String> = "status",
        /// Fields of the tenant, by their ids.
        pub custom_fields: Option<Value> = "customFields",
        pub sla_policies: Vec<CaseSlaPolicy> = "slaPolicies",
        /// Absent unless expanded or read on its own path.
        pub activities: Vec<CaseActivity> = "activities",
        /// Absent unless expanded or read on its own path.
        pub attachments: Vec<CaseAttachment> = "attachments",
        /// Absent unless expanded or read on its own path.
        pub relations: Vec<CaseRelation> = "relations",
        /// Absent unless expanded or read on its own path.
        pub tasks: Vec<CaseTask> = "tasks",
        pub description: Option<String> = "description",
        pub assigned_to: Option<String> = "assignedTo",
        pub email_notification_recipients: Vec<String> = "emailNotificationRecipients",
        pub due_date_time: Option<Timestamp> = "dueDateTime",
        pub incident_id: Option<i64> = "incidentId",
        pub classification: Option<CaseIncidentClassification> = "classification",
        pub determination: Option<CaseIncidentDetermination> = "determination",
        pub severity: Option<CaseIncidentSeverity> = "severity",
        pub summary: Option<String> = "summary",
        pub priority_score: Option<i64> = "priorityScore",
        pub first_event_time: Option<Timestamp> = "firstEventTime",
        pub last_event_time: Option<Timestamp> = "lastEventTime",
        pub alert_counts: Option<CaseAlertCounts> = "alertCounts",
        pub impacted_assets: Option<CaseImpactedAssets> = "impactedAssets",
        pub investigation: Option<CaseInvestigation> = "investigation",
        pub top_risk_score: Option<i64> = "topRiskScore",
        pub detection_sources: Vec<String> = "detectionSources",
        pub service_sources: Vec<String> = "serviceSources",
        pub product_names: Vec<String> = "productNames",
        pub categories: Vec<String> = "categories",
        pub workspace_ids: Vec<String> = "workspaceIds",
        pub policy_names: Vec<String> = "policyNames",
        pub alert_policy_ids: Vec<String> = "alertPolicyIds",
        pub data_sensitivity_labels: Vec<String> = "dataSensitivityLabels",
        pub cloud_scopes: Vec<String> = "cloudScopes",
        pub data_streams: Vec<String> = "dataStreams",
        pub ai_agent_ids: Vec<String> = "aiAgentIds",
        /// Incident that this one was merged into.
        pub redirect_incident_id: Option<i64> = "redirectIncidentId",
        /// Case that this one was merged into.
        pub redirect_case_id: Option<i64> = "redirectCaseId",
        pub investigation_ids: Vec<String> = "investigationIds",
        pub investigation_states: Vec<String> = "investigationStates",
        pub associated_threat_ids: Vec<String> = "associatedThreatIds",
        pub os_platforms: Vec<String> = "osPlatforms",
        pub machine_group_ids: Vec<String> = "machineGroupIds",
        pub incident_web_url: Option<String> = "incidentWebUrl",
        pub system_tags: Vec<String> = "systemTags",
    }
}
