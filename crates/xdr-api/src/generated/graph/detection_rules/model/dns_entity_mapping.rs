//! `DnsEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct DnsEntityMapping {
        pub domain_name_column: Option<String> = "domainNameColumn",
        pub host_ip_address_column: Option<String> = "hostIpAddressColumn",
        pub server_ip_column: Option<String> = "serverIpColumn",
    }
}
