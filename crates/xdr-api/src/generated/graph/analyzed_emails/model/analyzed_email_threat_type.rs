//! `AnalyzedEmailThreatType`.

http_core::open_enum! {
    /// Analyzed email threat type. An open set of words.
    pub enum AnalyzedEmailThreatType {
        Unknown = "unknown",
        Spam = "spam",
        Malware = "malware",
        Phish = "phish",
        None = "none",
        UnknownFutureValue = "unknownFutureValue",
    }
}
