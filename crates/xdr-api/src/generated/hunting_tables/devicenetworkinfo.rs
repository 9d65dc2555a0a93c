//! `DeviceNetworkInfo` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceNetworkInfo",
    help: "Adapters, addresses and networks of devices.",
    status: "ga",
    replaced_by: "",
    former: "",
    columns: "\
Timestamp datetime
DeviceId string
DeviceName string
NetworkAdapterName string
MacAddress string
NetworkAdapterType string
NetworkAdapterStatus string
TunnelType string
ConnectedNetworks string
DnsAddresses string
IPv4Dhcp string
IPv6Dhcp string
DefaultGateways string
IPAddresses string
ReportId long
NetworkAdapterVendor string
OnboardingStatus string
NetworkAdapterDnsSuffix string",
};
