//! `DiscoveredCloudAppInfoDataRetentionPolicy`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoDataRetentionPolicy {
        DataRetained = "dataRetained",
        DeletedImmediately = "deletedImmediately",
        DeletedWithinMoreThanThreeMonths = "deletedWithinMoreThanThreeMonths",
        DeletedWithinOneMonth = "deletedWithinOneMonth",
        DeletedWithinThreeMonths = "deletedWithinThreeMonths",
        DeletedWithinTwoWeeks = "deletedWithinTwoWeeks",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
