//! `IdentityQueryEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "IdentityQueryEvents",
    help: "Queries for users, groups, devices and domains of Active Directory.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ActionType string
Application string
QueryType string
QueryTarget string
Query string
Protocol string
AccountName string
AccountDomain string
AccountUpn string
AccountSid string
AccountObjectId string
AccountDisplayName string
DeviceName string
IPAddress string
Port int
DestinationDeviceName string
DestinationIPAddress string
DestinationPort int
TargetDeviceName string
TargetAccountUpn string
TargetAccountDisplayName string
Location string
ReportId string
AdditionalFields dynamic",
};
