//! `SubmissionDetectedFile`.

http_core::entity! {
    /// Submission detected file.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct SubmissionDetectedFile {
        /// File hash.
        pub file_hash: Option<String> = "fileHash",
        /// File name.
        pub file_name: Option<String> = "fileName",
    }
}
