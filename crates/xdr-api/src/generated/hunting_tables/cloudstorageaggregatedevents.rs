//! `CloudStorageAggregatedEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "CloudStorageAggregatedEvents",
    help: "Access to cloud storage, summed up by period.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
DataAggregationStartTime datetime
DataAggregationEndTime datetime
DataSource string
SubscriptionId string
ResourceGroup string
StorageAccount string
StorageContainer string
StorageFileShare string
ServiceType string
IpAddress string
UserAgentHeader string
OperationNamesList dynamic
AuthenticationType string
AccountObjectId string
AccountTenantId string
AccountApplicationId string
AccountUpn string
AccountType string
OperationsCount long
SuccessfulOperationsCount long
FailedOperationsCount long
TotalResponseLength long
SuccessfulReadOperations long
DistinctGetOperations long
AnonymousSuccessfulOperations long
HasAnonymousResourceNotFoundFailures bool
Md5Hashes dynamic
AzureResourceId string
Location string
Timestamp datetime
ReportId string
ActionType string
AdditionalFields dynamic
IPAddress string",
};
