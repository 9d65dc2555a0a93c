//! `AccountEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AccountEntityMapping {
        pub aad_user_id_column: Option<String> = "aadUserIdColumn",
        pub dns_domain_column: Option<String> = "dnsDomainColumn",
        pub name_column: Option<String> = "nameColumn",
        pub nt_domain_column: Option<String> = "ntDomainColumn",
        pub sid_column: Option<String> = "sidColumn",
        pub upn_column: Option<String> = "upnColumn",
        pub upn_suffix_column: Option<String> = "upnSuffixColumn",
    }
}
