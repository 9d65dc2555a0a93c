//! `ThreatSubmissionClientSource`.

http_core::open_enum! {
    /// Threat submission client source. An open set of words.
    pub enum ThreatSubmissionClientSource {
        Microsoft = "microsoft",
        OtherValue = "other",
        UnknownFutureValue = "unknownFutureValue",
    }
}
