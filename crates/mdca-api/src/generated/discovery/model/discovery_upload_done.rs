//! `DiscoveryUploadDone`.

http_core::entity! {
    /// Discovery upload done.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-finalize.md`.
    pub struct DiscoveryUploadDone {
        /// Upload url. Url of the first call.
        pub upload_url: Option<String> = "uploadUrl",
        /// Input stream name. Data source name; with uploadAsSnapshot the name of the report to make.
        pub input_stream_name: Option<String> = "inputStreamName",
        /// Upload as snapshot. Make a snapshot report instead of adding to a continuous one.
        pub upload_as_snapshot: Option<bool> = "uploadAsSnapshot",
    }
}
