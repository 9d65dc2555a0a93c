//! `AccountEntityMapping`.

http_core::entity! {
    /// Account entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AccountEntityMapping {
        /// Aad user id column.
        pub aad_user_id_column: Option<String> = "aadUserIdColumn",
        /// Dns domain column.
        pub dns_domain_column: Option<String> = "dnsDomainColumn",
        /// Name column.
        pub name_column: Option<String> = "nameColumn",
        /// Nt domain column.
        pub nt_domain_column: Option<String> = "ntDomainColumn",
        /// Sid column.
        pub sid_column: Option<String> = "sidColumn",
        /// Upn column.
        pub upn_column: Option<String> = "upnColumn",
        /// Upn suffix column.
        pub upn_suffix_column: Option<String> = "upnSuffixColumn",
    }
}
