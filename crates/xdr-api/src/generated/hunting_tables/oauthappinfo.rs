//! `OAuthAppInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "OAuthAppInfo",
    help: "OAuth apps connected to Microsoft 365: publisher, permissions, consent.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
ReportId string
Timestamp datetime
OAuthAppId string
ServicePrincipalId string
AppName string
AddedOnTime datetime
LastModifiedTime datetime
AppStatus string
VerifiedPublisher dynamic
PrivilegeLevel string
Permissions dynamic
ConsentedUsersCount int
IsAdminConsented bool
AppOrigin string
LastUsedTime datetime
AppOwnerTenantId string
RiskScore int
AssignedRoles dynamic",
};
