//! `AADSignInEventsBeta` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "AADSignInEventsBeta",
    help: "Sign-ins of people to Microsoft Entra, interactive or not.",
    status: "deprecated",
    replaced_by: "EntraIdSignInEvents",
    former: "",
    columns: "\
Timestamp datetime
Application string
ApplicationId string
LogonType string
ErrorCode int
CorrelationId string
SessionId string
AccountDisplayName string
AccountObjectId string
AccountUpn string
IsExternalUser int
IsGuestUser bool
AlternateSignInName string
LastPasswordChangeTimestamp datetime
ResourceDisplayName string
ResourceId string
ResourceTenantId string
DeviceName string
AadDeviceId string
EntraIdDeviceId string
OSPlatform string
DeviceTrustType string
IsManaged int
IsCompliant int
AuthenticationProcessingDetails string
AuthenticationRequirement string
TokenIssuerType string
RiskLevelAggregated int
RiskDetails int
RiskState int
UserAgent string
ClientAppUsed string
Browser string
ConditionalAccessPolicies string
ConditionalAccessStatus int
IPAddress string
Country string
State string
City string
Latitude string
Longitude string
NetworkLocationDetails string
RequestId string
ReportId string
EndpointCall string
RiskLevelDuringSignIn int
RiskEventTypes string",
};
