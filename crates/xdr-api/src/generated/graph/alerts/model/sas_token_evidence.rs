//! `SasTokenEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::AzureResourceEvidence;
use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SasTokenEvidence {
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
        pub allowed_ip_addresses: Option<String> = "allowedIpAddresses",
        pub allowed_resource_types: Vec<String> = "allowedResourceTypes",
        pub allowed_services: Vec<String> = "allowedServices",
        pub expiry_date_time: Option<Timestamp> = "expiryDateTime",
        pub permissions: Vec<String> = "permissions",
        pub protocol: Option<String> = "protocol",
        pub signature_hash: Option<String> = "signatureHash",
        pub signed_with: Option<String> = "signedWith",
        pub start_date_time: Option<Timestamp> = "startDateTime",
        pub storage_resource: Option<AzureResourceEvidence> = "storageResource",
    }
}
