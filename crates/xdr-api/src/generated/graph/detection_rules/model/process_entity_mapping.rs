//! `ProcessEntityMapping`.

http_core::entity! {
    /// Process entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct ProcessEntityMapping {
        /// Sha1 column.
        pub sha1_column: Option<String> = "sha1Column",
        /// Sha256 column.
        pub sha256_column: Option<String> = "sha256Column",
    }
}
