//! `DeviceRegistryEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceRegistryEvents",
    help: "Registry keys and values that were created or changed.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
DeviceId string
DeviceName string
ActionType string
RegistryKey string
RegistryValueType string
RegistryValueName string
RegistryValueData string
PreviousRegistryKey string
PreviousRegistryValueName string
PreviousRegistryValueData string
InitiatingProcessAccountDomain string
InitiatingProcessAccountName string
InitiatingProcessAccountSid string
InitiatingProcessAccountUpn string
InitiatingProcessAccountObjectId string
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
InitiatingProcessIntegrityLevel string
InitiatingProcessTokenElevation string
ReportId long
AppGuardContainerId string
InitiatingProcessSessionId long
IsInitiatingProcessRemoteSession bool
InitiatingProcessRemoteSessionDeviceName string
InitiatingProcessRemoteSessionIP string
InitiatingProcessUniqueId string",
};
