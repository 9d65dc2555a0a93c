//! `AmazonResourceEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AmazonResourceEntityMapping {
        pub amazon_resource_id_column: Option<String> = "amazonResourceIdColumn",
    }
}
