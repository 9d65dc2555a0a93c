//! `DeviceTvmSoftwareEvidenceBeta` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmSoftwareEvidenceBeta",
    help: "Where on a device software was found.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
DeviceId string
SoftwareVendor string
SoftwareName string
SoftwareVersion string
RegistryPaths dynamic
DiskPaths dynamic
LastSeenTime string",
};
