//! `FileEntityMapping`.

http_core::entity! {
    /// File entity mapping.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct FileEntityMapping {
        /// Name column.
        pub name_column: Option<String> = "nameColumn",
        /// Sha1 column.
        pub sha1_column: Option<String> = "sha1Column",
        /// Sha256 column.
        pub sha256_column: Option<String> = "sha256Column",
    }
}
