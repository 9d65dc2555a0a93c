//! `SecurityGroupEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecurityGroupEvidence {
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
        pub active_directory_object_guid: Option<String> = "activeDirectoryObjectGuid",
        pub display_name: Option<String> = "displayName",
        pub distinguished_name: Option<String> = "distinguishedName",
        pub friendly_name: Option<String> = "friendlyName",
        pub security_group_id: Option<String> = "securityGroupId",
        pub sid: Option<String> = "sid",
    }
}
