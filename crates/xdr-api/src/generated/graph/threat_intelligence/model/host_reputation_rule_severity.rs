//! `HostReputationRuleSeverity`.

http_core::open_enum! {
    /// An open set of words.
    pub enum HostReputationRuleSeverity {
        Unknown = "unknown",
        Low = "low",
        Medium = "medium",
        High = "high",
        UnknownFutureValue = "unknownFutureValue",
    }
}
