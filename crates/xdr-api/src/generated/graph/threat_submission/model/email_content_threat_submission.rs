//! `EmailContentThreatSubmission`.

use http_core::{Id, Timestamp};

use crate::graph::threat_submission::AttackSimulationInfo;
use crate::graph::threat_submission::EmailContentThreatSubmissionStatus;
use crate::graph::threat_submission::SubmissionAdminReview;
use crate::graph::threat_submission::SubmissionResult;
use crate::graph::threat_submission::SubmissionUserIdentity;
use crate::graph::threat_submission::TenantAllowOrBlockListAction;
use crate::graph::threat_submission::ThreatSubmissionCategory;
use crate::graph::threat_submission::ThreatSubmissionClientSource;
use crate::graph::threat_submission::ThreatSubmissionContentType;
use crate::graph::threat_submission::ThreatSubmissionOriginalCategory;
use crate::graph::threat_submission::ThreatSubmissionSource;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/resources/security-threatsubmission.md`.
    pub struct EmailContentThreatSubmission {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<EmailContentThreatSubmission> = "id",
        pub category: Option<ThreatSubmissionCategory> = "category",
        pub client_source: Option<ThreatSubmissionClientSource> = "clientSource",
        pub content_type: Option<ThreatSubmissionContentType> = "contentType",
        pub created_by: Option<SubmissionUserIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub source: Option<ThreatSubmissionSource> = "source",
        pub status: Option<EmailContentThreatSubmissionStatus> = "status",
        pub result: Option<SubmissionResult> = "result",
        pub admin_review: Option<SubmissionAdminReview> = "adminReview",
        pub tenant_id: Option<String> = "tenantId",
        pub recipient_email_address: Option<String> = "recipientEmailAddress",
        pub internet_message_id: Option<String> = "internetMessageId",
        pub original_category: Option<ThreatSubmissionOriginalCategory> = "originalCategory",
        pub received_date_time: Option<Timestamp> = "receivedDateTime",
        pub sender: Option<String> = "sender",
        pub sender_ip: Option<String> = "senderIP",
        pub subject: Option<String> = "subject",
        pub attack_simulation_info: Option<AttackSimulationInfo> = "attackSimulationInfo",
        pub tenant_allow_or_block_list_action: Option<TenantAllowOrBlockListAction> = "tenantAllowOrBlockListAction",
        /// The message in base64. Write only.
        pub file_content: Option<String> = "fileContent",
    }
}
