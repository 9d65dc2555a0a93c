//! `CloudApplicationEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct CloudApplicationEntityMapping {
        pub app_id_column: Option<String> = "appIdColumn",
        pub name_column: Option<String> = "nameColumn",
    }
}
