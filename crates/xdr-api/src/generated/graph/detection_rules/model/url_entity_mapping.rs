//! `UrlEntityMapping`.

http_core::entity! {
    /// Url entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct UrlEntityMapping {
        /// Address column.
        pub address_column: Option<String> = "addressColumn",
    }
}
