//! `IoTDeviceEvidence`.

use http_core::Timestamp;

use crate::graph::alerts::AzureResourceEvidence;
use crate::graph::alerts::EvidenceRemediationStatus;
use crate::graph::alerts::EvidenceRole;
use crate::graph::alerts::EvidenceVerdict;
use crate::graph::alerts::IoTDeviceEvidenceImportance;
use crate::graph::alerts::IpEvidence;
use crate::graph::alerts::NicEvidence;
use crate::graph::alerts::UrlEvidence;

http_core::entity! {
    /// Io t device evidence.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IoTDeviceEvidence {
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
        /// Device id.
        pub device_id: Option<String> = "deviceId",
        /// Device name.
        pub device_name: Option<String> = "deviceName",
        /// Device page link.
        pub device_page_link: Option<String> = "devicePageLink",
        /// Device sub type.
        pub device_sub_type: Option<String> = "deviceSubType",
        /// Device type.
        pub device_type: Option<String> = "deviceType",
        /// Importance.
        pub importance: Option<IoTDeviceEvidenceImportance> = "importance",
        /// Io t hub.
        pub io_t_hub: Option<AzureResourceEvidence> = "ioTHub",
        /// Io t security agent id.
        pub io_t_security_agent_id: Option<String> = "ioTSecurityAgentId",
        /// Ip address.
        pub ip_address: Option<IpEvidence> = "ipAddress",
        /// Is authorized.
        pub is_authorized: Option<bool> = "isAuthorized",
        /// Is programming.
        pub is_programming: Option<bool> = "isProgramming",
        /// Is scanner.
        pub is_scanner: Option<bool> = "isScanner",
        /// Mac address.
        pub mac_address: Option<String> = "macAddress",
        /// Manufacturer.
        pub manufacturer: Option<String> = "manufacturer",
        /// Model.
        pub model: Option<String> = "model",
        /// Nics.
        pub nics: Vec<NicEvidence> = "nics",
        /// Operating system.
        pub operating_system: Option<String> = "operatingSystem",
        /// Owners.
        pub owners: Vec<String> = "owners",
        /// Protocols.
        pub protocols: Vec<String> = "protocols",
        /// Purdue layer.
        pub purdue_layer: Option<String> = "purdueLayer",
        /// Sensor.
        pub sensor: Option<String> = "sensor",
        /// Serial number.
        pub serial_number: Option<String> = "serialNumber",
        /// Site.
        pub site: Option<String> = "site",
        /// Source.
        pub source: Option<String> = "source",
        /// Source ref.
        pub source_ref: Option<UrlEvidence> = "sourceRef",
        /// Zone.
        pub zone: Option<String> = "zone",
    }
}
