//! `AlertStatus`.

http_core::open_enum! {
    /// Alert status. An open set of words.
    pub enum AlertStatus {
        Unknown = "unknown",
        New = "new",
        InProgress = "inProgress",
        Resolved = "resolved",
        UnknownFutureValue = "unknownFutureValue",
    }
}
