//! `MailboxConfigurationEvidenceConfigurationType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum MailboxConfigurationEvidenceConfigurationType {
        MailForwardingRule = "mailForwardingRule",
        OwaSettings = "owaSettings",
        EwsSettings = "ewsSettings",
        MailDelegation = "mailDelegation",
        UserInboxRule = "userInboxRule",
        UnknownFutureValue = "unknownFutureValue",
    }
}
