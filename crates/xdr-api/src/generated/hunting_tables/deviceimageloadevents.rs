//! `DeviceImageLoadEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceImageLoadEvents",
    help: "DLLs that processes loaded.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
DeviceId string
DeviceName string
ActionType string
FileName string
FolderPath string
SHA1 string
SHA256 string
MD5 string
FileSize long
InitiatingProcessAccountDomain string
InitiatingProcessAccountName string
InitiatingProcessAccountSid string
InitiatingProcessAccountUpn string
InitiatingProcessAccountObjectId string
InitiatingProcessIntegrityLevel string
InitiatingProcessTokenElevation string
InitiatingProcessSHA1 string
InitiatingProcessSHA256 string
InitiatingProcessMD5 string
InitiatingProcessFileName string
InitiatingProcessFileSize long
InitiatingProcessVersionInfoCompanyName string
InitiatingProcessVersionInfoProductName string
InitiatingProcessVersionInfoProductVersion string
InitiatingProcessVersionInfoInternalFileName string
InitiatingProcessVersionInfoOriginalFileName string
InitiatingProcessVersionInfoFileDescription string
InitiatingProcessId long
InitiatingProcessCommandLine string
InitiatingProcessCreationTime datetime
InitiatingProcessFolderPath string
InitiatingProcessParentId long
InitiatingProcessParentFileName string
InitiatingProcessParentCreationTime datetime
ReportId long
AppGuardContainerId string
InitiatingProcessSessionId long
IsInitiatingProcessRemoteSession bool
InitiatingProcessRemoteSessionDeviceName string
InitiatingProcessRemoteSessionIP string
InitiatingProcessUniqueId string",
};
