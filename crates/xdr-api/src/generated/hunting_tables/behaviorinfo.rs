//! `BehaviorInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "BehaviorInfo",
    help: "Behaviors: activity worth a look that is not an alert.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
BehaviorId string
Title string
Description string
Categories string
AttackTechniques string
ServiceSource string
DetectionSource string
DataSources string
DeviceId string
AccountUpn string
AccountObjectId string
StartTime datetime
EndTime datetime
AdditionalFields string
ActionType string",
};
