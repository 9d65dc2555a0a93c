//! `EmailThreatSubmission`.

use crate::graph::threat_submission::EmailContentThreatSubmission;
use crate::graph::threat_submission::EmailThreatSubmissionBase;
use crate::graph::threat_submission::EmailUrlThreatSubmission;

http_core::family! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/resources/security-threatsubmission.md`.
    pub enum EmailThreatSubmission {
        @base Base(EmailThreatSubmissionBase) = "#microsoft.graph.security.emailThreatSubmission",
        EmailContentThreat(EmailContentThreatSubmission) = "#microsoft.graph.security.emailContentThreatSubmission",
        EmailUrlThreat(EmailUrlThreatSubmission) = "#microsoft.graph.security.emailUrlThreatSubmission",
    }
}
