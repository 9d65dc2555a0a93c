//! `ThreatSubmissionContentType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ThreatSubmissionContentType {
        App = "app",
        Email = "email",
        File = "file",
        Url = "url",
        UnknownFutureValue = "unknownFutureValue",
    }
}
