//! `CloudAppDiscoveryReportSupportedTrafficType`.

http_core::open_enum! {
    /// Cloud app discovery report supported traffic type. An open set of words.
    pub enum CloudAppDiscoveryReportSupportedTrafficType {
        DownloadedBytes = "downloadedBytes",
        UploadedBytes = "uploadedBytes",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
