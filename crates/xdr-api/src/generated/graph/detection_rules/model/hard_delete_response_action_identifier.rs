//! `HardDeleteResponseActionIdentifier`.

http_core::open_enum! {
    /// An open set of words.
    pub enum HardDeleteResponseActionIdentifier {
        NetworkMessageId = "networkMessageId",
        RecipientEmailAddress = "recipientEmailAddress",
        UnknownFutureValue = "unknownFutureValue",
    }
}
