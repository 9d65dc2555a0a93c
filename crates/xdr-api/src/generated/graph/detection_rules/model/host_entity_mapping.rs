//! `HostEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct HostEntityMapping {
        pub device_id_column: Option<String> = "deviceIdColumn",
        pub dns_domain_column: Option<String> = "dnsDomainColumn",
        pub name_column: Option<String> = "nameColumn",
        pub net_bios_name_column: Option<String> = "netBiosNameColumn",
        pub nt_domain_column: Option<String> = "ntDomainColumn",
    }
}
