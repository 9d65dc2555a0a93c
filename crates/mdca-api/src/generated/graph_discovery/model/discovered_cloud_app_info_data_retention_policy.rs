//! `DiscoveredCloudAppInfoDataRetentionPolicy`.

http_core::open_enum! {
    /// Discovered cloud app info data retention policy. An open set of words.
    pub enum DiscoveredCloudAppInfoDataRetentionPolicy {
        DataRetained = "dataRetained",
        DeletedImmediately = "deletedImmediately",
        DeletedWithinTwoWeeks = "deletedWithinTwoWeeks",
        DeletedWithinOneMonth = "deletedWithinOneMonth",
        DeletedWithinThreeMonths = "deletedWithinThreeMonths",
        DeletedWithinMoreThanThreeMonths = "deletedWithinMoreThanThreeMonths",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
