//! `FileContentThreatSubmission`.

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
    /// File content threat submission.
    ///
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/resources/security-threatsubmission.md`.
    pub struct FileContentThreatSubmission {
        /// Odata type. Discriminator; samples drop the security part of the namespace
        /// (#microsoft.graph.emailUrlThreatSubmission).
        pub odata_type: Option<String> = "@odata.type",
        /// Id.
        pub id: Id<FileContentThreatSubmission> = "id",
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
        /// File name.
        pub file_name: Option<String> = "fileName",
        /// File content. Base64.
        pub file_content: Option<String> = "fileContent",
    }
}
