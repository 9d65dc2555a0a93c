//! `LegacyAlertFeedback`.

http_core::open_enum! {
    /// An open set of words.
    pub enum LegacyAlertFeedback {
        Unknown = "unknown",
        TruePositive = "truePositive",
        FalsePositive = "falsePositive",
        BenignPositive = "benignPositive",
        UnknownFutureValue = "unknownFutureValue",
    }
}
