//! `ThreatSubmissionOriginalCategory`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatSubmissionOriginalCategory {
        Malware = "malware",
        NotJunk = "notJunk",
        Phishing = "phishing",
        Spam = "spam",
        UnknownFutureValue = "unknownFutureValue",
    }
}
