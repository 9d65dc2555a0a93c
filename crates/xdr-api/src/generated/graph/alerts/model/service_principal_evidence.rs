//! `ServicePrincipalEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;
use crate::graph::alerts::ServicePrincipalEvidenceServicePrincipalType;

http_core::entity! {
    /// Service principal evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ServicePrincipalEvidence {
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
        /// App id.
        pub app_id: Option<String> = "appId",
        /// App owner tenant id.
        pub app_owner_tenant_id: Option<String> = "appOwnerTenantId",
        /// Service principal name.
        pub service_principal_name: Option<String> = "servicePrincipalName",
        /// Service principal object id.
        pub service_principal_object_id: Option<String> = "servicePrincipalObjectId",
        /// Service principal type.
        pub service_principal_type: Option<ServicePrincipalEvidenceServicePrincipalType> = "servicePrincipalType",
        /// Tenant id.
        pub tenant_id: Option<String> = "tenantId",
    }
}
