//! `DeviceEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceEvents",
    help: "Other events on devices: antivirus, exploit protection, services, scripts. \
ActionType tells which.",
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
AccountDomain string
AccountName string
AccountSid string
RemoteUrl string
RemoteDeviceName string
ProcessId long
ProcessCommandLine string
ProcessCreationTime datetime
ProcessTokenElevation string
LogonId long
RegistryKey string
RegistryValueName string
RegistryValueData string
RemoteIP string
RemotePort int
LocalIP string
LocalPort int
FileOriginUrl string
FileOriginIP string
InitiatingProcessSHA1 string
InitiatingProcessSHA256 string
InitiatingProcessMD5 string
InitiatingProcessFileName string
InitiatingProcessFileSize long
InitiatingProcessFolderPath string
InitiatingProcessId long
InitiatingProcessCommandLine string
InitiatingProcessCreationTime datetime
InitiatingProcessAccountDomain string
InitiatingProcessAccountName string
InitiatingProcessAccountSid string
InitiatingProcessAccountUpn string
InitiatingProcessAccountObjectId string
InitiatingProcessVersionInfoCompanyName string
InitiatingProcessVersionInfoProductName string
InitiatingProcessVersionInfoProductVersion string
InitiatingProcessVersionInfoInternalFileName string
InitiatingProcessVersionInfoOriginalFileName string
InitiatingProcessVersionInfoFileDescription string
InitiatingProcessParentId long
InitiatingProcessParentFileName string
InitiatingProcessParentCreationTime datetime
InitiatingProcessLogonId long
ReportId long
AppGuardContainerId string
AdditionalFields string
InitiatingProcessSessionId long
IsInitiatingProcessRemoteSession bool
InitiatingProcessRemoteSessionDeviceName string
InitiatingProcessRemoteSessionIP string
CreatedProcessSessionId long
IsProcessRemoteSession bool
ProcessRemoteSessionDeviceName string
ProcessRemoteSessionIP string
InitiatingProcessUniqueId string",
};
