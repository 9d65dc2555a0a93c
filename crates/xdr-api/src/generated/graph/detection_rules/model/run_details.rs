//! `RunDetails`.

use http_core::Timestamp;

use crate::graph::detection_rules::RunDetailsErrorCode;
use crate::graph::detection_rules::RunDetailsStatus;

http_core::entity! {
    /// Run details.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct RunDetails {
        /// Error code. Evolvable: members after unknownFutureValue are sent only with Prefer:
        /// include-unknown-enum-members.
        pub error_code: Option<RunDetailsErrorCode> = "errorCode",
        /// Failure reason.
        pub failure_reason: Option<String> = "failureReason",
        /// Last run date time.
        pub last_run_date_time: Option<Timestamp> = "lastRunDateTime",
        /// Status.
        pub status: Option<RunDetailsStatus> = "status",
    }
}
