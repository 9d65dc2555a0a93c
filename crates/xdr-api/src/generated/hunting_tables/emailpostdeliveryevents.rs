//! `EmailPostDeliveryEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "EmailPostDeliveryEvents",
    help: "What happened to mails after they were delivered.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
NetworkMessageId string
InternetMessageId string
Action string
ActionType string
ActionTrigger string
ActionResult string
RecipientEmailAddress string
DeliveryLocation string
ThreatTypes string
DetectionMethods string
ReportId string
SenderFromAddress string
EmailDirection string
SourceLocation string",
};
