//! `ThreatType`.

http_core::open_enum! {
    /// Threat type. An open set of words.
    pub enum ThreatType {
        Unknown = "unknown",
        Spam = "spam",
        Malware = "malware",
        Phish = "phish",
        None = "none",
        UnknownFutureValue = "unknownFutureValue",
    }
}
