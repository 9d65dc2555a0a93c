//! `SubmissionAdminReview`.

use http_core::Timestamp;

use crate::graph::threat_submission::SubmissionAdminReviewReviewResult;

http_core::entity! {
    /// Submission admin review.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct SubmissionAdminReview {
        /// Review by.
        pub review_by: Option<String> = "reviewBy",
        /// Review date time.
        pub review_date_time: Option<Timestamp> = "reviewDateTime",
        /// Review result. Enum paired by meaning.
        pub review_result: Option<SubmissionAdminReviewReviewResult> = "reviewResult",
    }
}
