//! `DeviceTvmSoftwareVulnerabilities` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmSoftwareVulnerabilities",
    help: "Vulnerabilities of the software on devices, and the updates against them.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
DeviceId string
DeviceName string
OSPlatform string
OSVersion string
OSArchitecture string
SoftwareVendor string
SoftwareName string
SoftwareVersion string
CveId string
VulnerabilitySeverityLevel string
RecommendedSecurityUpdate string
RecommendedSecurityUpdateId string
CveTags dynamic
CveMitigationStatus string
AadDeviceId string",
};
