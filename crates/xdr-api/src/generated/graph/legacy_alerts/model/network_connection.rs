//! `NetworkConnection`.

use http_core::Timestamp;

use crate::graph::legacy_alerts::NetworkConnectionDirection;
use crate::graph::legacy_alerts::NetworkConnectionProtocol;
use crate::graph::legacy_alerts::NetworkConnectionStatus;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct NetworkConnection {
        pub application_name: Option<String> = "applicationName",
        pub destination_address: Option<String> = "destinationAddress",
        pub destination_domain: Option<String> = "destinationDomain",
        pub destination_location: Option<String> = "destinationLocation",
        pub destination_port: Option<String> = "destinationPort",
        pub destination_url: Option<String> = "destinationUrl",
        pub direction: Option<NetworkConnectionDirection> = "direction",
        pub domain_registered_date_time: Option<Timestamp> = "domainRegisteredDateTime",
        pub local_dns_name: Option<String> = "localDnsName",
        pub nat_destination_address: Option<String> = "natDestinationAddress",
        pub nat_destination_port: Option<String> = "natDestinationPort",
        pub nat_source_address: Option<String> = "natSourceAddress",
        pub nat_source_port: Option<String> = "natSourcePort",
        pub protocol: Option<NetworkConnectionProtocol> = "protocol",
        pub risk_score: Option<String> = "riskScore",
        pub source_address: Option<String> = "sourceAddress",
        pub source_location: Option<String> = "sourceLocation",
        pub source_port: Option<String> = "sourcePort",
        pub status: Option<NetworkConnectionStatus> = "status",
        pub url_parameters: Option<String> = "urlParameters",
    }
}
