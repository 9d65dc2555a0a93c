//! `PayloadTheme`.

http_core::open_enum! {
    /// An open set of words.
    pub enum PayloadTheme {
        Unknown = "unknown",
        OtherValue = "other",
        AccountActivation = "accountActivation",
        AccountVerification = "accountVerification",
        Billing = "billing",
        CleanUpMail = "cleanUpMail",
        Controversial = "controversial",
        DocumentReceived = "documentReceived",
        Expense = "expense",
        Fax = "fax",
        FinanceReport = "financeReport",
        IncomingMessages = "incomingMessages",
        Invoice = "invoice",
        ItemReceived = "itemReceived",
        LoginAlert = "loginAlert",
        MailReceived = "mailReceived",
        Password = "password",
        Payment = "payment",
        Payroll = "payroll",
        PersonalizedOffer = "personalizedOffer",
        Quarantine = "quarantine",
        RemoteWork = "remoteWork",
        ReviewMessage = "reviewMessage",
        SecurityUpdate = "securityUpdate",
        ServiceSuspended = "serviceSuspended",
        SignatureRequired = "signatureRequired",
        UpgradeMailboxStorage = "upgradeMailboxStorage",
        VerifyMailbox = "verifyMailbox",
        Voicemail = "voicemail",
        Advertisement = "advertisement",
        EmployeeEngagement = "employeeEngagement",
        UnknownFutureValue = "unknownFutureValue",
    }
}
