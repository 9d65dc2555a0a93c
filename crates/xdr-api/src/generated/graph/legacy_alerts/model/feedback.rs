//! `Feedback`.

http_core::open_enum! {
    /// Feedback. An open set of words.
    pub enum Feedback {
        Unknown = "unknown",
        TruePositive = "truePositive",
        FalsePositive = "falsePositive",
        BenignPositive = "benignPositive",
        UnknownFutureValue = "unknownFutureValue",
    }
}
