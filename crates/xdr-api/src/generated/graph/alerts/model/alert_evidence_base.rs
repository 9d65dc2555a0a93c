//! `AlertEvidenceBase`.

use http_core::Timestamp;

use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AlertEvidenceBase {
        /// Discriminator; base of the listed types.
        pub odata_type: Option<String> = "@odata.type",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        /// Free text roles.
        pub detailed_roles: Vec<String> = "detailedRoles",
        /// Evolvable: members after unknownFutureValue are sent only with Prefer:
        /// include-unknown-enum-members.
        pub remediation_status: Option<EvidenceRemediationStatus> = "remediationStatus",
        pub remediation_status_details: Option<String> = "remediationStatusDetails",
        /// evidenceRole list.
        pub roles: Vec<EvidenceRole> = "roles",
        pub tags: Vec<String> = "tags",
        /// The service has been seen to send the text 5 (microsoftgraph/msgraph-sdk-python#222).
        pub verdict: Option<EvidenceVerdict> = "verdict",
    }
}
