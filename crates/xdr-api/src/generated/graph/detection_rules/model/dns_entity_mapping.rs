//! `DnsEntityMapping`.

http_core::entity! {
    /// Dns entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct DnsEntityMapping {
        /// Domain name column.
        pub domain_name_column: Option<String> = "domainNameColumn",
        /// Host ip address column.
        pub host_ip_address_column: Option<String> = "hostIpAddressColumn",
        /// Server ip column.
        pub server_ip_column: Option<String> = "serverIpColumn",
    }
}
