//! `OAuthApplicationEntityMapping`.

http_core::entity! {
    /// O auth application entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct OAuthApplicationEntityMapping {
        /// O auth app id column.
        pub o_auth_app_id_column: Option<String> = "oAuthAppIdColumn",
    }
}
