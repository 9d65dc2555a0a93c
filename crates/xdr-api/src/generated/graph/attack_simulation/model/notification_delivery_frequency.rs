//! `NotificationDeliveryFrequency`.

http_core::open_enum! {
    /// An open set of words.
    pub enum NotificationDeliveryFrequency {
        Unknown = "unknown",
        Weekly = "weekly",
        BiWeekly = "biWeekly",
        UnknownFutureValue = "unknownFutureValue",
    }
}
