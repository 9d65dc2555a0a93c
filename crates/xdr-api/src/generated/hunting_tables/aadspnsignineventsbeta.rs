//! `AADSpnSignInEventsBeta` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "AADSpnSignInEventsBeta",
    help: "Sign-ins of service principals and managed identities to Microsoft Entra.",
    status: "deprecated",
    replaced_by: "EntraIdSpnSignInEvents",
    former: "",
    columns: "\
Timestamp datetime
Application string
ApplicationId string
IsManagedIdentity bool
ErrorCode int
CorrelationId string
ServicePrincipalName string
ServicePrincipalId string
ResourceDisplayName string
ResourceId string
ResourceTenantId string
IPAddress string
Country string
State string
City string
Latitude string
Longitude string
RequestId string
ReportId string
IsConfidentialClient bool",
};
