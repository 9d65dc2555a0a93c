//! `Identifier`.

http_core::open_enum! {
    /// Identifier. An open set of words.
    pub enum Identifier {
        NetworkMessageId = "networkMessageId",
        RecipientEmailAddress = "recipientEmailAddress",
        UnknownFutureValue = "unknownFutureValue",
    }
}
