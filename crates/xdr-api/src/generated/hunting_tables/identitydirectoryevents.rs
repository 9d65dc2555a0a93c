//! `IdentityDirectoryEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "IdentityDirectoryEvents",
    help: "Changes and system events on domain controllers.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ActionType string
Application string
TargetAccountUpn string
TargetAccountDisplayName string
TargetDeviceName string
DestinationDeviceName string
DestinationIPAddress string
DestinationPort int
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
Location string
ISP string
ReportId string
AdditionalFields dynamic",
};
