//! `EmailThreatSubmissionBase`.

use http_core::{Id, Timestamp};

use crate::graph::threat_submission::AttackSimulationInfo;
use crate::graph::threat_submission::EmailContentThreatSubmissionStatus;
use crate::graph::threat_submission::EmailThreatSubmission;
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
    /// Email threat submission base.
    ///
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/resources/security-threatsubmission.md`.
    pub struct EmailThreatSubmissionBase {
        /// Odata type. Discriminator; samples drop the security part of the namespace
        /// (#microsoft.graph.emailUrlThreatSubmission).
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<EmailThreatSubmission> = "id",
        /// Category. Documentation samples write notSpam, the enum says notJunk.
        pub category: Option<ThreatSubmissionCategory> = "category",
        /// Client source.
        pub client_source: Option<ThreatSubmissionClientSource> = "clientSource",
        /// Content type.
        pub content_type: Option<ThreatSubmissionContentType> = "contentType",
        /// Created by. Samples nest it under user.
        pub created_by: Option<SubmissionUserIdentity> = "createdBy",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Source.
        pub source: Option<ThreatSubmissionSource> = "source",
        /// Status.
        pub status: Option<EmailContentThreatSubmissionStatus> = "status",
        /// Result.
        pub result: Option<SubmissionResult> = "result",
        /// Admin review.
        pub admin_review: Option<SubmissionAdminReview> = "adminReview",
        /// Tenant id.
        pub tenant_id: Option<String> = "tenantId",
        /// Recipient email address.
        pub recipient_email_address: Option<String> = "recipientEmailAddress",
        /// Internet message id.
        pub internet_message_id: Option<String> = "internetMessageId",
        /// Original category.
        pub original_category: Option<ThreatSubmissionOriginalCategory> = "originalCategory",
        /// Received date time.
        pub received_date_time: Option<Timestamp> = "receivedDateTime",
        /// Sender.
        pub sender: Option<String> = "sender",
        /// Sender ip.
        pub sender_ip: Option<String> = "senderIP",
        /// Subject. Samples call it emailSubject.
        pub subject: Option<String> = "subject",
        /// Attack simulation info.
        pub attack_simulation_info: Option<AttackSimulationInfo> = "attackSimulationInfo",
        /// Tenant allow or block list action.
        pub tenant_allow_or_block_list_action: Option<TenantAllowOrBlockListAction> = "tenantAllowOrBlockListAction",
    }
}
