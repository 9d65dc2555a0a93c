//! `DiscoveredCloudAppInfoDataTypes`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoDataTypes {
        CodingFiles = "codingFiles",
        CreditCards = "creditCards",
        DatabaseFiles = "databaseFiles",
        Documents = "documents",
        MediaFiles = "mediaFiles",
        None = "none",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
