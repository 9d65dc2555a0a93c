//! `DiscoveredCloudAppInfoDataType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoDataType {
        Documents = "documents",
        MediaFiles = "mediaFiles",
        CodingFiles = "codingFiles",
        CreditCards = "creditCards",
        DatabaseFiles = "databaseFiles",
        None = "none",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
