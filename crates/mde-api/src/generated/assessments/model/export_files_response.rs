//! `ExportFilesResponse`.

use http_core::Timestamp;

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-methods-properties.md`.
    pub struct ExportFilesResponse {
        /// Signed addresses of the files. May be empty.
        pub export_files: Vec<String> = "exportFiles",
        /// When the snapshot was made, not when the call was.
        pub generated_time: Option<Timestamp> = "generatedTime",
    }
}
