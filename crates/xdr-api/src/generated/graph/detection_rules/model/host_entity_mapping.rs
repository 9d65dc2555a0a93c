//! `HostEntityMapping`.

http_core::entity! {
    /// Host entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct HostEntityMapping {
        /// Device id column.
        pub device_id_column: Option<String> = "deviceIdColumn",
        /// Dns domain column.
        pub dns_domain_column: Option<String> = "dnsDomainColumn",
        /// Name column.
        pub name_column: Option<String> = "nameColumn",
        /// Net bios name column.
        pub net_bios_name_column: Option<String> = "netBiosNameColumn",
        /// Nt domain column.
        pub nt_domain_column: Option<String> = "ntDomainColumn",
    }
}
