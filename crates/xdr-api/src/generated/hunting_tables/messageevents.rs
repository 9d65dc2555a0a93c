//! `MessageEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "MessageEvents",
    help: "Teams messages at their delivery.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
LastEditedTime datetime
TeamsMessageId string
SenderEmailAddress string
SenderDisplayName string
SenderObjectId string
SenderType string
RecipientDetails dynamic
IsOwnedThread bool
MessageId string
ParentMessageId string
GroupId string
GroupName string
ThreadId string
ThreadSubtype string
IsExternalThread bool
MessageFormatType string
MessageFormatSubtype string
MessageVersion string
MessageSubject string
ThreatTypes string
DetectionMethods dynamic
ConfidenceLevel dynamic
DeliveryAction string
DeliveryLocation string
ReportId string
SafetyTip string
ThreadName string
ThreadType string
ThreadSubType string
MessageType string
MessageSubtype string
Subject string",
};
