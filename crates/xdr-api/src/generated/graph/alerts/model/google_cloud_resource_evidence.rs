//! `GoogleCloudResourceEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;
use crate::graph::alerts::GoogleCloudResourceEvidenceLocationType;

http_core::entity! {
    /// Google cloud resource evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct GoogleCloudResourceEvidence {
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
        /// Full resource name.
        pub full_resource_name: Option<String> = "fullResourceName",
        /// Location.
        pub location: Option<String> = "location",
        /// Location type.
        pub location_type: Option<GoogleCloudResourceEvidenceLocationType> = "locationType",
        /// Project id.
        pub project_id: Option<String> = "projectId",
        /// Project number.
        pub project_number: Option<i64> = "projectNumber",
        /// Resource name.
        pub resource_name: Option<String> = "resourceName",
        /// Resource type.
        pub resource_type: Option<String> = "resourceType",
    }
}
