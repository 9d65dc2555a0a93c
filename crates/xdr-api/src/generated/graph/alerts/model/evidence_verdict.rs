//! `EvidenceVerdict`.

http_core::open_enum! {
    /// An open set of words.
    pub enum EvidenceVerdict {
        Unknown = "unknown",
        Suspicious = "suspicious",
        Malicious = "malicious",
        NoThreatsFound = "noThreatsFound",
        UnknownFutureValue = "unknownFutureValue",
    }
}
