//! `ThreatSubmissionSource`.

http_core::open_enum! {
    /// Threat submission source. An open set of words.
    pub enum ThreatSubmissionSource {
        Administrator = "administrator",
        User = "user",
        UnknownFutureValue = "unknownFutureValue",
    }
}
