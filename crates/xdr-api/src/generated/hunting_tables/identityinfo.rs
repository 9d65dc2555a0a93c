//! `IdentityInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "IdentityInfo",
    help: "Accounts and the people behind them.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ReportId string
AccountObjectId string
AccountUpn string
OnPremSid string
AccountDisplayName string
AccountName string
AccountDomain string
CriticalityLevel int
Type string
DistinguishedName string
CloudSid string
GivenName string
Surname string
Department string
JobTitle string
EmailAddress string
SipProxyAddress string
Address string
City string
Country string
IsAccountEnabled bool
Manager string
Phone string
CreatedDateTime datetime
ChangeSource string
BlastRadius string
CompanyName string
DeletedDateTime datetime
EmployeeId string
OtherMailAddresses dynamic
RiskLevel string
RiskLevelDetails string
State string
Tags dynamic
AssignedRoles dynamic
PrivilegedEntraPimRoles dynamic
TenantId string
SourceSystem string
OnPremObjectId string
TenantMembershipType string
RiskStatus string
UserAccountControl dynamic
IdentityEnvironment string
SourceProviders dynamic
GroupMembership dynamic
IdentityId string
SourceProvider string
RiskScore int
RiskScoreUpdateTime datetime",
};
