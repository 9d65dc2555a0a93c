//! `DiscoveredCloudAppInfoDataRetentionPolicy`.

http_core::open_enum! {
    /// An open set of words.
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
