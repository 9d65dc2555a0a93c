//! `CloudAppDiscoveryReportSupportedTrafficType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CloudAppDiscoveryReportSupportedTrafficType {
        DownloadedBytes = "downloadedBytes",
        UploadedBytes = "uploadedBytes",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
