//! `LegacyAlertFeedback`.

http_core::open_enum! {
    /// Legacy alert feedback. An open set of words.
    pub enum LegacyAlertFeedback {
        Unknown = "unknown",
        TruePositive = "truePositive",
        FalsePositive = "falsePositive",
        BenignPositive = "benignPositive",
        UnknownFutureValue = "unknownFutureValue",
    }
}
