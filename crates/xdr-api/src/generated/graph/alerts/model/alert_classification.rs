//! `AlertClassification`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AlertClassification {
        Unknown = "unknown",
        FalsePositive = "falsePositive",
        TruePositive = "truePositive",
        InformationalExpectedActivity = "informationalExpectedActivity",
        UnknownFutureValue = "unknownFutureValue",
    }
}
