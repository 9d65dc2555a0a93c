//! `Severity`.

http_core::open_enum! {
    /// Severity. An open set of words.
    pub enum Severity {
        Unknown = "unknown",
        Informational = "informational",
        Low = "low",
        Medium = "medium",
        High = "high",
        UnknownFutureValue = "unknownFutureValue",
    }
}
