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
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct KubernetesServiceEvidence {
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
        pub cluster_ip: Option<IpEvidence> = "clusterIP",
        pub external_i_ps: Vec<IpEvidence> = "externalIPs",
        pub labels: Option<Dictionary> = "labels",
        pub name: Option<String> = "name",
        pub namespace: Option<KubernetesNamespaceEvidence> = "namespace",
        pub selector: Option<Dictionary> = "selector",
        pub service_ports: Vec<KubernetesServicePort> = "servicePorts",
        pub service_type: Option<KubernetesServiceEvidenceServiceType> = "serviceType",
    }
}
