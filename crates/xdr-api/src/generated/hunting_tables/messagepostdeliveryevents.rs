//! `MessagePostDeliveryEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "MessagePostDeliveryEvents",
    help: "What happened to Teams messages after they were delivered.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
TeamsMessageId string
Action string
ActionType string
ActionTrigger string
ActionResult string
SenderEmailAddress string
RecipientDetails dynamic
ThreatTypes string
ConfidenceLevel dynamic
DetectionMethods dynamic
LatestDeliveryLocation string
ReportId string
IsExternalThread bool
SafetyTip string",
};
