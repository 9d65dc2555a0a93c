//! `BehaviorEntities` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "BehaviorEntities",
    help: "The files, accounts and devices of behaviors, one row for each.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
BehaviorId string
Categories string
ServiceSource string
DetectionSource string
DataSources string
EntityType string
EntityRole string
DetailedEntityRole string
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
CloudPlatform string
CloudResourceType string
CloudResourceId string
CloudSubscriptionId string
AccountUpn string
DeviceId string
DeviceName string
LocalIP string
NetworkMessageId string
EmailSubject string
EmailClusterId string
Application string
ApplicationId int
OAuthApplicationId string
ProcessCommandLine string
RegistryKey string
RegistryValueName string
RegistryValueData string
AdditionalFields string
ActionType string",
};
