//! `StopAndQuarantineFileAction`.

http_core::entity! {
    /// Stop and quarantine file action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct StopAndQuarantineFileAction {
        /// Device id column.
        pub device_id_column: Option<String> = "deviceIdColumn",
        /// Sha1 column.
        pub sha1_column: Option<String> = "sha1Column",
    }
}
