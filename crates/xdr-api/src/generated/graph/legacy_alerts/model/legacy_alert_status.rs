//! `LegacyAlertStatus`.

http_core::open_enum! {
    /// Legacy alert status. An open set of words.
    pub enum LegacyAlertStatus {
        Unknown = "unknown",
        NewAlert = "newAlert",
        InProgress = "inProgress",
        Resolved = "resolved",
        Dismissed = "dismissed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
