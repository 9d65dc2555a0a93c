//! `OAuthApplicationEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct OAuthApplicationEntityMapping {
        pub o_auth_app_id_column: Option<String> = "oAuthAppIdColumn",
    }
}
