//! `UserSecurityStateEmailRole`.

http_core::open_enum! {
    /// User security state email role. An open set of words.
    pub enum UserSecurityStateEmailRole {
        Unknown = "unknown",
        Sender = "sender",
        Recipient = "recipient",
        UnknownFutureValue = "unknownFutureValue",
    }
}
