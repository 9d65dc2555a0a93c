//! `DataSecurityBehaviors` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DataSecurityBehaviors",
    help: "Users whose behavior may break a data security policy of Purview.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
BehaviorId string
ActionType string
StartTime datetime
EndTime datetime
AttackTechniques string
Categories string
ActionCategory string
Description string
ServiceSource string
DetectionSource string
ActivityCount int
IsAnomalous bool
IsContentHidden bool
AccountUpn string
AccountEmail string
Application string
PolicyInfo dynamic
Policies string
DeviceInfo dynamic
SensitivityLabelInfo dynamic
SensitiveInfoTypesInfo dynamic
UrlDomainInfo dynamic
SharepointSiteInfo dynamic
RecipientEmailInfo dynamic
RemovableMediaInfo dynamic
PrinterName dynamic
PriorityContentMatchInfo dynamic",
};
