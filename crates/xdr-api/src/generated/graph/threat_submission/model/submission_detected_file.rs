//! `SubmissionDetectedFile`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct SubmissionDetectedFile {
        pub file_hash: Option<String> = "fileHash",
        pub file_name: Option<String> = "fileName",
    }
}
