//! `FileUrlThreatSubmission`.

use http_core::{Id, Timestamp};

use crate::graph::threat_submission::EmailContentThreatSubmissionStatus;
use crate::graph::threat_submission::SubmissionAdminReview;
use crate::graph::threat_submission::SubmissionResult;
use crate::graph::threat_submission::SubmissionUserIdentity;
use crate::graph::threat_submission::ThreatSubmissionCategory;
use crate::graph::threat_submission::ThreatSubmissionClientSource;
use crate::graph::threat_submission::ThreatSubmissionContentType;
use crate::graph::threat_submission::ThreatSubmissionSource;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/resources/security-threatsubmission.md`.
    pub struct FileUrlThreatSubmission {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<FileUrlThreatSubmission> = "id",
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
        pub file_name: Option<String> = "fileName",
        /// Reserved, not supported.
        pub file_url: Option<String> = "fileUrl",
    }
}
