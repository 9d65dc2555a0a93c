//! `SubmissionResultUserMailboxSetting`.

http_core::open_enum! {
    /// An open set of words.
    pub enum SubmissionResultUserMailboxSetting {
        CustomRule = "customRule",
        Exclusive = "exclusive",
        FromFirstTimeSender = "fromFirstTimeSender",
        IsFromAddressInAddressBlockList = "isFromAddressInAddressBlockList",
        IsFromAddressInAddressBook = "isFromAddressInAddressBook",
        IsFromAddressInAddressImplicitJunkList = "isFromAddressInAddressImplicitJunkList",
        IsFromAddressInAddressImplicitSafeList = "isFromAddressInAddressImplicitSafeList",
        IsFromAddressInAddressSafeList = "isFromAddressInAddressSafeList",
        IsFromDomainInDomainBlockList = "isFromDomainInDomainBlockList",
        IsFromDomainInDomainSafeList = "isFromDomainInDomainSafeList",
        IsJunkMailRuleEnabled = "isJunkMailRuleEnabled",
        IsRecipientInRecipientSafeList = "isRecipientInRecipientSafeList",
        JunkMailDeletion = "junkMailDeletion",
        JunkMailRule = "junkMailRule",
        None = "none",
        PriorSeenPass = "priorSeenPass",
        SenderAuthenticationSucceeded = "senderAuthenticationSucceeded",
        SenderPraPresent = "senderPraPresent",
        UnknownFutureValue = "unknownFutureValue",
    }
}
