//! `AlertStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertStatus {
        Unknown = "unknown",
        New = "new",
        InProgress = "inProgress",
        Resolved = "resolved",
        UnknownFutureValue = "unknownFutureValue",
    }
}
