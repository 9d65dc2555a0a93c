//! `CoachmarkLocationType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CoachmarkLocationType {
        Unknown = "unknown",
        FromEmail = "fromEmail",
        Subject = "subject",
        ExternalTag = "externalTag",
        DisplayName = "displayName",
        MessageBody = "messageBody",
        UnknownFutureValue = "unknownFutureValue",
    }
}
