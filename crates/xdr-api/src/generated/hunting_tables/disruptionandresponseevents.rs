//! `DisruptionAndResponseEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DisruptionAndResponseEvents",
    help: "Events of automatic attack disruption.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ActionType string
DeviceId string
SourceDeviceId string
TargetDeviceId string
TargetDeviceName string
TargetDomainName string
DeviceName string
DomainName string
InitiatingProcessId int
InitiatingProcessFileName string
SourceUserSid string
SourceUserName string
SourceUserDomainName string
SourceIPAddress string
SourcePort int
IPAddress string
Port string
SourceDeviceName string
SourceDomainName string
AuthenticationProtocol string
Service string
InterfaceUuidSourceDomainName string
InterfaceFriendlyName string
FileName string
ShareName string
LogonType string
LogonId long
SessionId long
CompromisedAccountCount int
PolicyId string
PolicyName string
PolicyVersion string
PolicyHash string
DataSources dynamic
IsPolicyOn bool
ReportType string",
};
