//! `ProcessEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EvidenceDetectionStatus;
use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;
use crate::graph::alerts::FileDetails;
use crate::graph::alerts::UserAccount;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ProcessEvidence {
        pub odata_type: Option<String> = "@odata.type",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub detailed_roles: Vec<String> = "detailedRoles",
        /// Values after `unknownFutureValue` are sent only with the header `Prefer:
        /// include-unknown-enum-members`.
        pub remediation_status: Option<EvidenceRemediationStatus> = "remediationStatus",
        pub remediation_status_details: Option<String> = "remediationStatusDetails",
        pub roles: Vec<EvidenceRole> = "roles",
        pub tags: Vec<String> = "tags",
        pub verdict: Option<EvidenceVerdict> = "verdict",
        pub detection_status: Option<EvidenceDetectionStatus> = "detectionStatus",
        pub image_file: Option<FileDetails> = "imageFile",
        pub mde_device_id: Option<String> = "mdeDeviceId",
        pub parent_process_creation_date_time: Option<Timestamp> = "parentProcessCreationDateTime",
        pub parent_process_id: Option<i64> = "parentProcessId",
        pub parent_process_image_file: Option<FileDetails> = "parentProcessImageFile",
        pub process_command_line: Option<String> = "processCommandLine",
        pub process_creation_date_time: Option<Timestamp> = "processCreationDateTime",
        pub process_id: Option<i64> = "processId",
        pub user_account: Option<UserAccount> = "userAccount",
    }
}
