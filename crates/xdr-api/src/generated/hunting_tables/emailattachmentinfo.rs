//! `EmailAttachmentInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "EmailAttachmentInfo",
    help: "Attachments of mails.",
    status: "ga",
    replaced_by: "",
    former: "\
MalwareFilterVerdict ThreatTypes
MalwareDetectionMethod DetectionMethods",
    columns: "\
Timestamp datetime
NetworkMessageId string
SenderFromAddress string
SenderDisplayName string
SenderObjectId string
RecipientEmailAddress string
RecipientObjectId string
FileName string
FileType string
SHA256 string
FileSize long
ThreatTypes string
ThreatNames string
DetectionMethods string
ReportId string
FileExtension string",
};
