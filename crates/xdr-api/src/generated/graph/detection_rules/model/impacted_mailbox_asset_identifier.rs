//! `ImpactedMailboxAssetIdentifier`.

http_core::open_enum! {
    /// An open set of words.
    pub enum ImpactedMailboxAssetIdentifier {
        AccountUpn = "accountUpn",
        FileOwnerUpn = "fileOwnerUpn",
        InitiatingProcessAccountUpn = "initiatingProcessAccountUpn",
        LastModifyingAccountUpn = "lastModifyingAccountUpn",
        TargetAccountUpn = "targetAccountUpn",
        SenderFromAddress = "senderFromAddress",
        SenderDisplayName = "senderDisplayName",
        RecipientEmailAddress = "recipientEmailAddress",
        SenderMailFromAddress = "senderMailFromAddress",
        UnknownFutureValue = "unknownFutureValue",
    }
}
