//! `EntraIdSignInEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "EntraIdSignInEvents",
    help: "Sign-ins of people to Microsoft Entra, interactive or not.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
Application string
ApplicationId string
LogonType string
EndpointCall string
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
OSPlatform string
DeviceTrustType string
IsManaged int
IsCompliant int
AuthenticationProcessingDetails string
AuthenticationRequirement string
TokenIssuerType string
RiskLevelAggregated int
RiskLevelDuringSignIn int
RiskEventTypes string
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
EntraIdDeviceId string
GatewayJA4 string
TenantId string
Type string
SourceSystem string
TimeGenerated datetime
UniqueTokenId string
IsSignInThroughGlobalSecureAccess bool",
};
