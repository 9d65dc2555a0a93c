//! `FileAction`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct FileAction {
        pub device_group_names: Vec<String> = "deviceGroupNames",
        pub sha1_column: Option<String> = "sha1Column",
        pub sha256_column: Option<String> = "sha256Column",
    }
}
