//! `AlertEvidence` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "AlertEvidence",
    help: "The files, addresses, accounts and devices of alerts, one row for each.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
AlertId string
Title string
Categories string
AttackTechniques string
ServiceSource string
DetectionSource string
EntityType string
EvidenceRole string
EvidenceDirection string
FileName string
FolderPath string
SHA1 string
SHA256 string
FileSize long
ThreatFamily string
RemoteIP string
RemoteUrl string
AccountName string
AccountDomain string
AccountSid string
AccountObjectId string
AccountUpn string
DeviceId string
DeviceName string
LocalIP string
NetworkMessageId string
EmailSubject string
Application string
ApplicationId int
OAuthApplicationId string
ProcessCommandLine string
RegistryKey string
RegistryValueName string
RegistryValueData string
AdditionalFields string
Severity string
CloudResource string
CloudPlatform string
ResourceType string
ResourceID string
SubscriptionId string
SentinelWorkspaceIds string",
};
