//! `FileMaliciousContentInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "FileMaliciousContentInfo",
    help: "Files in SharePoint, OneDrive and Teams that Defender for Office 365 \
looked at.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
Workload string
FileName string
FolderPath string
FileSize long
SHA256 string
FileOwnerDisplayName string
FileOwnerUpn string
DocumentId string
ThreatTypes dynamic
ThreatNames string
DetectionMethods string
LastModifyingAccountUpn string
LastModifiedTime datetime
FileCreationTime datetime
ReportId string",
};
