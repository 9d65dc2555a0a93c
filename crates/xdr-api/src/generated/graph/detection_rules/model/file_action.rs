//! `FileAction`.

http_core::entity! {
    /// File action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct FileAction {
        /// Device group names.
        pub device_group_names: Vec<String> = "deviceGroupNames",
        /// Sha1 column.
        pub sha1_column: Option<String> = "sha1Column",
        /// Sha256 column.
        pub sha256_column: Option<String> = "sha256Column",
    }
}
