//! `EmailContentThreatSubmissionStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum EmailContentThreatSubmissionStatus {
        Failed = "failed",
        NotStarted = "notStarted",
        Running = "running",
        Skipped = "skipped",
        Succeeded = "succeeded",
        UnknownFutureValue = "unknownFutureValue",
    }
}
