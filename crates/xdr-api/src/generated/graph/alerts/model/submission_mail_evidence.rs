//! `SubmissionMailEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;

http_core::entity! {
    /// Submission mail evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SubmissionMailEvidence {
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
        /// Network message id.
        pub network_message_id: Option<String> = "networkMessageId",
        /// Recipient.
        pub recipient: Option<String> = "recipient",
        /// Report type.
        pub report_type: Option<String> = "reportType",
        /// Sender.
        pub sender: Option<String> = "sender",
        /// Sender ip.
        pub sender_ip: Option<String> = "senderIp",
        /// Subject.
        pub subject: Option<String> = "subject",
        /// Submission date time.
        pub submission_date_time: Option<Timestamp> = "submissionDateTime",
        /// Submission id.
        pub submission_id: Option<String> = "submissionId",
        /// Submitter.
        pub submitter: Option<String> = "submitter",
    }
}
