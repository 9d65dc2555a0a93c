//! `ThreatSubmissionClientSource`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatSubmissionClientSource {
        Microsoft = "microsoft",
        OtherValue = "other",
        UnknownFutureValue = "unknownFutureValue",
    }
}
