//! `SubmissionAdminReview`.

use http_core::Timestamp;

use crate::graph::threat_submission::SubmissionAdminReviewReviewResult;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct SubmissionAdminReview {
        pub review_by: Option<String> = "reviewBy",
        pub review_date_time: Option<Timestamp> = "reviewDateTime",
        pub review_result: Option<SubmissionAdminReviewReviewResult> = "reviewResult",
    }
}
