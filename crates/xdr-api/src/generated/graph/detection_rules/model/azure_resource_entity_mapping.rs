//! `AzureResourceEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AzureResourceEntityMapping {
        pub resource_id_column: Option<String> = "resourceIdColumn",
    }
}
