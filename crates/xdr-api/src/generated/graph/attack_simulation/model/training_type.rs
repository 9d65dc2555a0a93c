//! `TrainingType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TrainingType {
        Unknown = "unknown",
        Phishing = "phishing",
        UnknownFutureValue = "unknownFutureValue",
    }
}
