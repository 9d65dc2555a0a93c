//! `ExposureCase`.

use http_core::{Id, Timestamp, Value};

use crate::graph::case_activities::CaseActivity;
use crate::graph::case_attachments::CaseAttachment;
use crate::graph::case_relations::CaseRelation;
use crate::graph::case_tasks::CaseTask;
use crate::graph::cases::CaseSlaPolicy;
use crate::graph::cases::CaseThirdPartyWorkItem;
use crate::graph::cases::ExposureCaseAutomation;
use crate::graph::cases::ExposureCaseGitHub;
use crate::graph::cases::ExposureCaseSeemplicity;

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct ExposureCase {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<ExposureCase> = "id",
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
        pub priority: Option<String> = "priority",
        pub due_date_time: Option<Timestamp> = "dueDateTime",
        pub email_notification_recipients: Vec<String> = "emailNotificationRecipients",
        pub is_grace_period_enabled: Option<bool> = "isGracePeriodEnabled",
        pub automation: Option<ExposureCaseAutomation> = "automation",
        pub github: Option<ExposureCaseGitHub> = "github",
        pub seemplicity: Option<ExposureCaseSeemplicity> = "seemplicity",
        pub third_party_work_item: Option<CaseThirdPartyWorkItem> = "thirdPartyWorkItem",
    }
}
