//! `FileThreatSubmission`.

use crate::graph::threat_submission::FileContentThreatSubmission;
use crate::graph::threat_submission::FileThreatSubmissionBase;
use crate::graph::threat_submission::FileUrlThreatSubmission;

http_core::family! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/resources/security-threatsubmission.md`.
    pub enum FileThreatSubmission {
        @base Base(FileThreatSubmissionBase) = "#microsoft.graph.security.fileThreatSubmission",
        FileContentThreat(FileContentThreatSubmission) = "#microsoft.graph.security.fileContentThreatSubmission",
        FileUrlThreat(FileUrlThreatSubmission) = "#microsoft.graph.security.fileUrlThreatSubmission",
    }
}
