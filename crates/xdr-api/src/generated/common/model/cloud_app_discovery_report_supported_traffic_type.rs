//! `CloudAppDiscoveryReportSupportedTrafficType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CloudAppDiscoveryReportSupportedTrafficType {
        DownloadedBytes = "downloadedBytes",
        Unknown = "unknown",
        UploadedBytes = "uploadedBytes",
        UnknownFutureValue = "unknownFutureValue",
    }
}
