//! `LegacyAlertStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum LegacyAlertStatus {
        Unknown = "unknown",
        NewAlert = "newAlert",
        InProgress = "inProgress",
        Resolved = "resolved",
        Dismissed = "dismissed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
