//! `AmazonResourceEntityMapping`.

http_core::entity! {
    /// Amazon resource entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AmazonResourceEntityMapping {
        /// Amazon resource id column.
        pub amazon_resource_id_column: Option<String> = "amazonResourceIdColumn",
    }
}
