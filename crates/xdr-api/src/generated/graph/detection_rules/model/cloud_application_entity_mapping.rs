//! `CloudApplicationEntityMapping`.

http_core::entity! {
    /// Cloud application entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct CloudApplicationEntityMapping {
        /// App id column.
        pub app_id_column: Option<String> = "appIdColumn",
        /// Name column.
        pub name_column: Option<String> = "nameColumn",
    }
}
