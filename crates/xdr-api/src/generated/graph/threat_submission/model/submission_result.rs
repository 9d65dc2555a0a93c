//! `SubmissionResult`.

use http_core::Flags;

use crate::graph::threat_submission::SubmissionDetectedFile;
use crate::graph::threat_submission::SubmissionResultCategory;
use crate::graph::threat_submission::SubmissionResultDetail;
use crate::graph::threat_submission::SubmissionResultUserMailboxSetting;

http_core::entity! {
    /// Submission result.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct SubmissionResult {
        /// Category.
        pub category: Option<SubmissionResultCategory> = "category",
        /// Detail.
        pub detail: Option<SubmissionResultDetail> = "detail",
        /// Detected files.
        pub detected_files: Vec<SubmissionDetectedFile> = "detectedFiles",
        /// Detected urls.
        pub detected_urls: Vec<String> = "detectedUrls",
        /// User mailbox setting. Flags: comma separated, the sample has no space after the comma.
        pub user_mailbox_setting: Option<Flags<SubmissionResultUserMailboxSetting>> = "userMailboxSetting",
    }
}
