//! `DeviceNetworkEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceNetworkEvents",
    help: "Connections of devices.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
DeviceId string
DeviceName string
ActionType string
RemoteIP string
RemotePort int
RemoteUrl string
LocalIP string
LocalPort int
Protocol string
LocalIPType string
RemoteIPType string
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
InitiatingProcessParentFileName string
InitiatingProcessParentId long
InitiatingProcessParentCreationTime datetime
InitiatingProcessAccountDomain string
InitiatingProcessAccountName string
InitiatingProcessAccountSid string
InitiatingProcessAccountUpn string
InitiatingProcessAccountObjectId string
InitiatingProcessIntegrityLevel string
InitiatingProcessTokenElevation string
ReportId long
AppGuardContainerId string
AdditionalFields string
InitiatingProcessSessionId long
IsInitiatingProcessRemoteSession bool
InitiatingProcessRemoteSessionDeviceName string
InitiatingProcessRemoteSessionIP string
InitiatingProcessUniqueId string
LogonID long",
};
