//! `SubmissionResult`.

use http_core::Flags;

use crate::graph::threat_submission::SubmissionDetectedFile;
use crate::graph::threat_submission::SubmissionResultCategory;
use crate::graph::threat_submission::SubmissionResultDetail;
use crate::graph::threat_submission::SubmissionResultUserMailboxSetting;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct SubmissionResult {
        pub category: Option<SubmissionResultCategory> = "category",
        pub detail: Option<SubmissionResultDetail> = "detail",
        pub detected_files: Vec<SubmissionDetectedFile> = "detectedFiles",
        pub detected_urls: Vec<String> = "detectedUrls",
        /// Several words in one text, separated by commas.
        pub user_mailbox_setting: Option<Flags<SubmissionResultUserMailboxSetting>> = "userMailboxSetting",
    }
}
