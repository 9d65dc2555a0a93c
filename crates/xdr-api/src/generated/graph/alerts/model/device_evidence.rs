//! `DeviceEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::DeviceEvidenceDefenderAvStatus;
use crate::graph::alerts::DeviceEvidenceHealthStatus;
use crate::graph::alerts::DeviceEvidenceOnboardingStatus;
use crate::graph::alerts::DeviceEvidenceRiskScore;
use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;
use crate::graph::alerts::LoggedOnUser;
use crate::graph::alerts::ResourceAccessEvent;
use crate::graph::alerts::VmMetadata;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DeviceEvidence {
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
        pub azure_ad_device_id: Option<String> = "azureAdDeviceId",
        pub defender_av_status: Option<DeviceEvidenceDefenderAvStatus> = "defenderAvStatus",
        pub device_dns_name: Option<String> = "deviceDnsName",
        pub dns_domain: Option<String> = "dnsDomain",
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        pub health_status: Option<DeviceEvidenceHealthStatus> = "healthStatus",
        pub host_name: Option<String> = "hostName",
        pub ip_interfaces: Vec<String> = "ipInterfaces",
        pub last_external_ip_address: Option<String> = "lastExternalIpAddress",
        pub last_ip_address: Option<String> = "lastIpAddress",
        pub logged_on_users: Vec<LoggedOnUser> = "loggedOnUsers",
        pub mde_device_id: Option<String> = "mdeDeviceId",
        pub nt_domain: Option<String> = "ntDomain",
        pub onboarding_status: Option<DeviceEvidenceOnboardingStatus> = "onboardingStatus",
        pub os_build: Option<i64> = "osBuild",
        pub os_platform: Option<String> = "osPlatform",
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        pub rbac_group_name: Option<String> = "rbacGroupName",
        pub resource_access_events: Vec<ResourceAccessEvent> = "resourceAccessEvents",
        pub risk_score: Option<DeviceEvidenceRiskScore> = "riskScore",
        pub version: Option<String> = "version",
        pub vm_metadata: Option<VmMetadata> = "vmMetadata",
    }
}
