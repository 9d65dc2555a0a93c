//! `HostReputationClassification`.

http_core::open_enum! {
    /// An open set of words.
    pub enum HostReputationClassification {
        Unknown = "unknown",
        Neutral = "neutral",
        Suspicious = "suspicious",
        Malicious = "malicious",
        UnknownFutureValue = "unknownFutureValue",
    }
}
