//! `DeviceTvmInfoGathering` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmInfoGathering",
    help: "What assessments found on devices, such as settings and attack surface.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
LastSeenTime datetime
DeviceId string
DeviceName string
OSPlatform string
AdditionalFields dynamic",
};
