//! `NetworkConnection`.

use http_core::Timestamp;

use crate::graph::legacy_alerts::NetworkConnectionDirection;
use crate::graph::legacy_alerts::NetworkConnectionProtocol;
use crate::graph::legacy_alerts::NetworkConnectionStatus;

http_core::entity! {
    /// Network connection.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct NetworkConnection {
        /// Application name.
        pub application_name: Option<String> = "applicationName",
        /// Destination address.
        pub destination_address: Option<String> = "destinationAddress",
        /// Destination domain.
        pub destination_domain: Option<String> = "destinationDomain",
        /// Destination location.
        pub destination_location: Option<String> = "destinationLocation",
        /// Destination port.
        pub destination_port: Option<String> = "destinationPort",
        /// Destination url.
        pub destination_url: Option<String> = "destinationUrl",
        /// Direction.
        pub direction: Option<NetworkConnectionDirection> = "direction",
        /// Domain registered date time.
        pub domain_registered_date_time: Option<Timestamp> = "domainRegisteredDateTime",
        /// Local dns name.
        pub local_dns_name: Option<String> = "localDnsName",
        /// Nat destination address.
        pub nat_destination_address: Option<String> = "natDestinationAddress",
        /// Nat destination port.
        pub nat_destination_port: Option<String> = "natDestinationPort",
        /// Nat source address.
        pub nat_source_address: Option<String> = "natSourceAddress",
        /// Nat source port.
        pub nat_source_port: Option<String> = "natSourcePort",
        /// Protocol.
        pub protocol: Option<NetworkConnectionProtocol> = "protocol",
        /// Risk score.
        pub risk_score: Option<String> = "riskScore",
        /// Source address.
        pub source_address: Option<String> = "sourceAddress",
        /// Source location.
        pub source_location: Option<String> = "sourceLocation",
        /// Source port.
        pub source_port: Option<String> = "sourcePort",
        /// Status.
        pub status: Option<NetworkConnectionStatus> = "status",
        /// Url parameters.
        pub url_parameters: Option<String> = "urlParameters",
    }
}
