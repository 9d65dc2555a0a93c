//! `MailClusterEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct MailClusterEntityMapping {
        pub query_column: Option<String> = "queryColumn",
        pub source_column: Option<String> = "sourceColumn",
    }
}
