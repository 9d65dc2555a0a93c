//! `DeviceTvmInfoGatheringKB` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceTvmInfoGatheringKB",
    help: "The fields of DeviceTvmInfoGathering, explained.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
IgId string
FieldName string
Description string
Categories dynamic
DataStructure string",
};
