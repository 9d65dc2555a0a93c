//! `KubernetesServiceEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::Dictionary;
use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;
use crate::graph::alerts::IpEvidence;
use crate::graph::alerts::KubernetesNamespaceEvidence;
use crate::graph::alerts::KubernetesServiceEvidenceServiceType;
use crate::graph::alerts::KubernetesServicePort;

http_core::entity! {
    /// Kubernetes service evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct KubernetesServiceEvidence {
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
        /// Cluster ip.
        pub cluster_ip: Option<IpEvidence> = "clusterIP",
        /// External i ps.
        pub external_i_ps: Vec<IpEvidence> = "externalIPs",
        /// Labels.
        pub labels: Option<Dictionary> = "labels",
        /// Name.
        pub name: Option<String> = "name",
        /// Namespace.
        pub namespace: Option<KubernetesNamespaceEvidence> = "namespace",
        /// Selector.
        pub selector: Option<Dictionary> = "selector",
        /// Service ports.
        pub service_ports: Vec<KubernetesServicePort> = "servicePorts",
        /// Service type.
        pub service_type: Option<KubernetesServiceEvidenceServiceType> = "serviceType",
    }
}
