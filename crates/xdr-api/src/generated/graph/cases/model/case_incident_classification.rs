//! `CaseIncidentClassification`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseIncidentClassification {
        Unknown = "unknown",
        FalsePositive = "falsePositive",
        TruePositive = "truePositive",
        InformationalExpectedActivity = "informationalExpectedActivity",
        UnknownFutureValue = "unknownFutureValue",
    }
}
