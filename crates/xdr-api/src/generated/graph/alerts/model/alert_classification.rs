//! `AlertClassification`.

http_core::open_enum! {
    /// Alert classification. An open set of words.
    pub enum AlertClassification {
        Unknown = "unknown",
        FalsePositive = "falsePositive",
        TruePositive = "truePositive",
        InformationalExpectedActivity = "informationalExpectedActivity",
        UnknownFutureValue = "unknownFutureValue",
    }
}
