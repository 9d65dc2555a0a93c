//! `CloudDnsEvents` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "CloudDnsEvents",
    help: "DNS activity in cloud infrastructure.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
ReportId string
ActionType string
AzureResourceId string
AwsResourceName string
GcpFullResourceName string
KubernetesResource string
KubernetesNamespace string
KubernetesPodName string
ContainerName string
ContainerId string
ImageName string
ProcessName string
ProcessId string
DnsEventType string
DnsEventSubType string
DnsQuery string
DnsQueryTypeName string
DnsResponseCodeName string
DnsNetworkDuration long
TransactionIdHex string
ImageDigest string
Region string
HostName string
AdditionalFields dynamic
EventType string
EventSubType string",
};
