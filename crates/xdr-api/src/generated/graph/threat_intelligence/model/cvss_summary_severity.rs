//! `CvssSummarySeverity`.

http_core::open_enum! {
    /// Cvss summary severity. An open set of words.
    pub enum CvssSummarySeverity {
        None = "none",
        Low = "low",
        Medium = "medium",
        High = "high",
        Critical = "critical",
        UnknownFutureValue = "unknownFutureValue",
    }
}
