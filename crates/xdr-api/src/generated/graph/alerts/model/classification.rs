//! `Classification`.

http_core::open_enum! {
    /// Classification. An open set of words.
    pub enum Classification {
        Unknown = "unknown",
        FalsePositive = "falsePositive",
        TruePositive = "truePositive",
        InformationalExpectedActivity = "informationalExpectedActivity",
        UnknownFutureValue = "unknownFutureValue",
    }
}
