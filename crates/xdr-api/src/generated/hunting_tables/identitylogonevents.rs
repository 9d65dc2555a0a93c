//! `IdentityLogonEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "IdentityLogonEvents",
    help: "Sign-ins at Active Directory and Microsoft's online services.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ActionType string
Application string
LogonType string
Protocol string
FailureReason string
AccountName string
AccountDomain string
AccountUpn string
AccountSid string
AccountObjectId string
AccountDisplayName string
DeviceName string
DeviceType string
OSPlatform string
IPAddress string
Port int
DestinationDeviceName string
DestinationIPAddress string
DestinationPort int
TargetDeviceName string
TargetAccountDisplayName string
Location string
Isp string
ReportId string
AdditionalFields dynamic
ISP string
UncommonForUser dynamic
LastSeenForUser dynamic",
};
