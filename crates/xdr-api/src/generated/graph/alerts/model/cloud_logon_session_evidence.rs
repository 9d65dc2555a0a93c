//! `CloudLogonSessionEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;
use crate::graph::alerts::UserEvidence;

http_core::entity! {
    /// Cloud logon session evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CloudLogonSessionEvidence {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Created date time.
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Detailed roles.
        pub detailed_roles: Vec<String> = "detailedRoles",
        /// Remediation status. Evolvable: members after unknownFutureValue are sent only with Prefer:
        /// include-unknown-enum-members.
        pub remediation_status: Option<EvidenceRemediationStatus> = "remediationStatus",
        /// Remediation status details.
        pub remediation_status_details: Option<String> = "remediationStatusDetails",
        /// Roles.
        pub roles: Vec<EvidenceRole> = "roles",
        /// Tags.
        pub tags: Vec<String> = "tags",
        /// Verdict.
        pub verdict: Option<EvidenceVerdict> = "verdict",
        /// Account.
        pub account: Option<UserEvidence> = "account",
        /// Browser.
        pub browser: Option<String> = "browser",
        /// Device name.
        pub device_name: Option<String> = "deviceName",
        /// Operating system.
        pub operating_system: Option<String> = "operatingSystem",
        /// Previous logon date time.
        pub previous_logon_date_time: Option<Timestamp> = "previousLogonDateTime",
        /// Protocol.
        pub protocol: Option<String> = "protocol",
        /// Session id.
        pub session_id: Option<String> = "sessionId",
        /// Start utc date time.
        pub start_utc_date_time: Option<Timestamp> = "startUtcDateTime",
        /// User agent.
        pub user_agent: Option<String> = "userAgent",
    }
}
