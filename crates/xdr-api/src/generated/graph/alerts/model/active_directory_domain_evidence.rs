//! `ActiveDirectoryDomainEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ActiveDirectoryDomainEvidence {
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
        pub active_directory_domain_name: Option<String> = "activeDirectoryDomainName",
        pub trusted_domains: Vec<ActiveDirectoryDomainEvidence> = "trustedDomains",
    }
}
