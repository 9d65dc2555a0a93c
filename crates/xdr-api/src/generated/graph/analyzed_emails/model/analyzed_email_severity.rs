//! `AnalyzedEmailSeverity`.

http_core::open_enum! {
    /// Analyzed email severity. An open set of words.
    pub enum AnalyzedEmailSeverity {
        Low = "low",
        Medium = "medium",
        High = "high",
    }
}
