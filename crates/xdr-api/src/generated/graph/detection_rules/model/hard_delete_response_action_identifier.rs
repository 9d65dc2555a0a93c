//! `HardDeleteResponseActionIdentifier`.

http_core::open_enum! {
    /// Hard delete response action identifier. An open set of words.
    pub enum HardDeleteResponseActionIdentifier {
        NetworkMessageId = "networkMessageId",
        RecipientEmailAddress = "recipientEmailAddress",
        UnknownFutureValue = "unknownFutureValue",
    }
}
