//! `EndUserNotificationPreference`.

http_core::open_enum! {
    /// An open set of words.
    pub enum EndUserNotificationPreference {
        Unknown = "unknown",
        Microsoft = "microsoft",
        Custom = "custom",
        UnknownFutureValue = "unknownFutureValue",
    }
}
