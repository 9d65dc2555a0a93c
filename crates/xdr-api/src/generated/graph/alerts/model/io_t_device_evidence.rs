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
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IoTDeviceEvidence {
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
        pub device_id: Option<String> = "deviceId",
        pub device_name: Option<String> = "deviceName",
        pub device_page_link: Option<String> = "devicePageLink",
        pub device_sub_type: Option<String> = "deviceSubType",
        pub device_type: Option<String> = "deviceType",
        pub importance: Option<IoTDeviceEvidenceImportance> = "importance",
        pub io_t_hub: Option<AzureResourceEvidence> = "ioTHub",
        pub io_t_security_agent_id: Option<String> = "ioTSecurityAgentId",
        pub ip_address: Option<IpEvidence> = "ipAddress",
        pub is_authorized: Option<bool> = "isAuthorized",
        pub is_programming: Option<bool> = "isProgramming",
        pub is_scanner: Option<bool> = "isScanner",
        pub mac_address: Option<String> = "macAddress",
        pub manufacturer: Option<String> = "manufacturer",
        pub model: Option<String> = "model",
        pub nics: Vec<NicEvidence> = "nics",
        pub operating_system: Option<String> = "operatingSystem",
        pub owners: Vec<String> = "owners",
        pub protocols: Vec<String> = "protocols",
        pub purdue_layer: Option<String> = "purdueLayer",
        pub sensor: Option<String> = "sensor",
        pub serial_number: Option<String> = "serialNumber",
        pub site: Option<String> = "site",
        pub source: Option<String> = "source",
        pub source_ref: Option<UrlEvidence> = "sourceRef",
        pub zone: Option<String> = "zone",
    }
}
