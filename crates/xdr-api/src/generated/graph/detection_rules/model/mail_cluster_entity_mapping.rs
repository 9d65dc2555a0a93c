//! `MailClusterEntityMapping`.

http_core::entity! {
    /// Mail cluster entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct MailClusterEntityMapping {
        /// Query column.
        pub query_column: Option<String> = "queryColumn",
        /// Source column.
        pub source_column: Option<String> = "sourceColumn",
    }
}
