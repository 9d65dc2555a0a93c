//! `CaseIncidentSeverity`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseIncidentSeverity {
        Unknown = "unknown",
        Informational = "informational",
        Low = "low",
        Medium = "medium",
        High = "high",
        UnknownFutureValue = "unknownFutureValue",
    }
}
