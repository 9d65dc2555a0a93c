//! `ExportFilesResponse`.

use http_core::Timestamp;

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-methods-properties.md`.
    pub struct ExportFilesResponse {
        /// SAS URLs; the table calls it "Export files"; may be empty.
        pub export_files: Vec<String> = "exportFiles",
        /// When the snapshot was made, not when the call was; matches the date and time folders in the
        /// URLs.
        pub generated_time: Option<Timestamp> = "generatedTime",
    }
}
