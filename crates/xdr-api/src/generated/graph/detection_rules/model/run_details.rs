//! `RunDetails`.

use http_core::Timestamp;

use crate::graph::detection_rules::RunDetailsErrorCode;
use crate::graph::detection_rules::RunDetailsStatus;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct RunDetails {
        /// Values after `unknownFutureValue` are sent only with the header `Prefer:
        /// include-unknown-enum-members`.
        pub error_code: Option<RunDetailsErrorCode> = "errorCode",
        pub failure_reason: Option<String> = "failureReason",
        pub last_run_date_time: Option<Timestamp> = "lastRunDateTime",
        pub status: Option<RunDetailsStatus> = "status",
    }
}
