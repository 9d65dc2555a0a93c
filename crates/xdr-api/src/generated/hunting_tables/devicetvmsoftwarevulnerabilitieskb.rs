//! `DeviceTvmSoftwareVulnerabilitiesKB` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmSoftwareVulnerabilitiesKB",
    help: "Published vulnerabilities: score, exploit, dates.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
CveId string
CvssScore real
IsExploitAvailable bool
VulnerabilitySeverityLevel string
LastModifiedTime datetime
PublishedDate datetime
VulnerabilityDescription string
AffectedSoftware dynamic
CvssVector string
CveSupportability string",
};
