//! `IdentityAccountInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "IdentityAccountInfo",
    help: "Accounts of all sources, and the identity that each belongs to.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ReportId string
SourceProviderAccountId string
AccountId string
IdentityId string
IsPrimary bool
IdentityLinkType string
IdentityLinkReason string
IdentityLinkTime datetime
IdentityLinkBy string
DisplayName string
AccountUpn string
EmailAddress string
CriticalityLevel int
DefenderRiskLevel int
DefenderRiskUpdateTime datetime
Type string
GivenName string
Surname string
EmployeeId string
Department string
JobTitle string
Address string
City string
Country string
Phone string
Manager string
Sid string
AccountStatus string
SourceProvider string
SourceProviderInstanceId string
SourceProviderInstanceDisplayName string
AuthenticationMethod string
AuthenticationSourceAccountId string
EnrolledMfas dynamic
LastPasswordChangeTime datetime
GroupMembership dynamic
AssignedRoles dynamic
EligibleRoles dynamic
TenantMembershipType string
CreatedDateTime datetime
DeletedDateTime datetime
Tags dynamic
SourceProviderRiskLevel string
AdditionalFields dynamic
TenantId string
SourceProviderRiskLevelDetails string",
};
