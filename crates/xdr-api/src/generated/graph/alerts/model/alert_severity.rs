//! `AlertSeverity`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertSeverity {
        Unknown = "unknown",
        Informational = "informational",
        Low = "low",
        Medium = "medium",
        High = "high",
        UnknownFutureValue = "unknownFutureValue",
    }
}
