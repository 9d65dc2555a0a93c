//! `StopAndQuarantineFileAction`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct StopAndQuarantineFileAction {
        pub device_id_column: Option<String> = "deviceIdColumn",
        pub sha1_column: Option<String> = "sha1Column",
    }
}
