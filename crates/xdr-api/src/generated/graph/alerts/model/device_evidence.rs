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
    /// Device evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DeviceEvidence {
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
        /// Azure ad device id.
        pub azure_ad_device_id: Option<String> = "azureAdDeviceId",
        /// Defender av status.
        pub defender_av_status: Option<DeviceEvidenceDefenderAvStatus> = "defenderAvStatus",
        /// Device dns name.
        pub device_dns_name: Option<String> = "deviceDnsName",
        /// Dns domain.
        pub dns_domain: Option<String> = "dnsDomain",
        /// First seen date time.
        pub first_seen_date_time: Option<Timestamp> = "firstSeenDateTime",
        /// Health status.
        pub health_status: Option<DeviceEvidenceHealthStatus> = "healthStatus",
        /// Host name.
        pub host_name: Option<String> = "hostName",
        /// Ip interfaces.
        pub ip_interfaces: Vec<String> = "ipInterfaces",
        /// Last external ip address.
        pub last_external_ip_address: Option<String> = "lastExternalIpAddress",
        /// Last ip address.
        pub last_ip_address: Option<String> = "lastIpAddress",
        /// Logged on users.
        pub logged_on_users: Vec<LoggedOnUser> = "loggedOnUsers",
        /// Mde device id.
        pub mde_device_id: Option<String> = "mdeDeviceId",
        /// Nt domain.
        pub nt_domain: Option<String> = "ntDomain",
        /// Onboarding status.
        pub onboarding_status: Option<DeviceEvidenceOnboardingStatus> = "onboardingStatus",
        /// Os build.
        pub os_build: Option<i64> = "osBuild",
        /// Os platform.
        pub os_platform: Option<String> = "osPlatform",
        /// Rbac group id.
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        /// Rbac group name.
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Resource access events.
        pub resource_access_events: Vec<ResourceAccessEvent> = "resourceAccessEvents",
        /// Risk score.
        pub risk_score: Option<DeviceEvidenceRiskScore> = "riskScore",
        /// Version.
        pub version: Option<String> = "version",
        /// Vm metadata.
        pub vm_metadata: Option<VmMetadata> = "vmMetadata",
    }
}
