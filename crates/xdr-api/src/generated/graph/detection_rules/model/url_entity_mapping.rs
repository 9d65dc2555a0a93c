//! `UrlEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct UrlEntityMapping {
        pub address_column: Option<String> = "addressColumn",
    }
}
