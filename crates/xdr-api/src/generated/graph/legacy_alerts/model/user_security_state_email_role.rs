//! `UserSecurityStateEmailRole`.

http_core::open_enum! {
    /// An open set of words.
    pub enum UserSecurityStateEmailRole {
        Unknown = "unknown",
        Sender = "sender",
        Recipient = "recipient",
        UnknownFutureValue = "unknownFutureValue",
    }
}
