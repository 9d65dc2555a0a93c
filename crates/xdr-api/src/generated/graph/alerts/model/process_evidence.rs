//! `ProcessEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EvidenceDetectionStatus;
use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;
use crate::graph::alerts::FileDetails;
use crate::graph::alerts::UserAccount;

http_core::entity! {
    /// Process evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ProcessEvidence {
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
        /// Detection status.
        pub detection_status: Option<EvidenceDetectionStatus> = "detectionStatus",
        /// Image file.
        pub image_file: Option<FileDetails> = "imageFile",
        /// Mde device id.
        pub mde_device_id: Option<String> = "mdeDeviceId",
        /// Parent process creation date time.
        pub parent_process_creation_date_time: Option<Timestamp> = "parentProcessCreationDateTime",
        /// Parent process id.
        pub parent_process_id: Option<i64> = "parentProcessId",
        /// Parent process image file.
        pub parent_process_image_file: Option<FileDetails> = "parentProcessImageFile",
        /// Process command line.
        pub process_command_line: Option<String> = "processCommandLine",
        /// Process creation date time.
        pub process_creation_date_time: Option<Timestamp> = "processCreationDateTime",
        /// Process id.
        pub process_id: Option<i64> = "processId",
        /// User account.
        pub user_account: Option<UserAccount> = "userAccount",
    }
}
