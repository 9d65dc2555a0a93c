//! `CvssSummarySeverity`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CvssSummarySeverity {
        None = "none",
        Low = "low",
        Medium = "medium",
        High = "high",
        Critical = "critical",
        UnknownFutureValue = "unknownFutureValue",
    }
}
