//! `ThreatSubmissionCategory`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatSubmissionCategory {
        Malware = "malware",
        NotJunk = "notJunk",
        Phishing = "phishing",
        Spam = "spam",
        UnknownFutureValue = "unknownFutureValue",
    }
}
