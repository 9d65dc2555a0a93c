//! `SasTokenEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::AzureResourceEvidence;
use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;

http_core::entity! {
    /// Sas token evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SasTokenEvidence {
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
        /// Allowed ip addresses.
        pub allowed_ip_addresses: Option<String> = "allowedIpAddresses",
        /// Allowed resource types.
        pub allowed_resource_types: Vec<String> = "allowedResourceTypes",
        /// Allowed services.
        pub allowed_services: Vec<String> = "allowedServices",
        /// Expiry date time.
        pub expiry_date_time: Option<Timestamp> = "expiryDateTime",
        /// Permissions.
        pub permissions: Vec<String> = "permissions",
        /// Protocol.
        pub protocol: Option<String> = "protocol",
        /// Signature hash.
        pub signature_hash: Option<String> = "signatureHash",
        /// Signed with.
        pub signed_with: Option<String> = "signedWith",
        /// Start date time.
        pub start_date_time: Option<Timestamp> = "startDateTime",
        /// Storage resource.
        pub storage_resource: Option<AzureResourceEvidence> = "storageResource",
    }
}
