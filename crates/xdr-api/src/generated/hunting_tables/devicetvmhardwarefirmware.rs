//! `DeviceTvmHardwareFirmware` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmHardwareFirmware",
    help: "Hardware and firmware of devices.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
DeviceId string
DeviceName string
ComponentType string
Manufacturer string
ComponentName string
ComponentFamily string
ComponentVersion string
AdditionalFields dynamic",
};
