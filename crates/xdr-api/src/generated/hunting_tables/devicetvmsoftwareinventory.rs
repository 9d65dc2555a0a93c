//! `DeviceTvmSoftwareInventory` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmSoftwareInventory",
    help: "Software on devices, its version and end of support.",
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
EndOfSupportStatus string
EndOfSupportDate datetime
ProductCodeCpe string",
};
