//! `AzureResourceEntityMapping`.

http_core::entity! {
    /// Azure resource entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AzureResourceEntityMapping {
        /// Resource id column.
        pub resource_id_column: Option<String> = "resourceIdColumn",
    }
}
