//! `FileEntityMapping`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct FileEntityMapping {
        pub name_column: Option<String> = "nameColumn",
        pub sha1_column: Option<String> = "sha1Column",
        pub sha256_column: Option<String> = "sha256Column",
    }
}
