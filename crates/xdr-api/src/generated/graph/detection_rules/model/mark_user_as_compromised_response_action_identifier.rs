//! `MarkUserAsCompromisedResponseActionIdentifier`.

http_core::open_enum! {
    /// An open set of words.
    pub enum MarkUserAsCompromisedResponseActionIdentifier {
        AccountObjectId = "accountObjectId",
        InitiatingProcessAccountObjectId = "initiatingProcessAccountObjectId",
        ServicePrincipalId = "servicePrincipalId",
        RecipientObjectId = "recipientObjectId",
        UnknownFutureValue = "unknownFutureValue",
    }
}
