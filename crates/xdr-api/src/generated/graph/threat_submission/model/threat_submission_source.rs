//! `ThreatSubmissionSource`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatSubmissionSource {
        Administrator = "administrator",
        User = "user",
        UnknownFutureValue = "unknownFutureValue",
    }
}
