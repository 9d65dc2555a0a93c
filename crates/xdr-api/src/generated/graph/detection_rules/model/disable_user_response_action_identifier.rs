//! `DisableUserResponseActionIdentifier`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DisableUserResponseActionIdentifier {
        AccountSid = "accountSid",
        InitiatingProcessAccountSid = "initiatingProcessAccountSid",
        RequestAccountSid = "requestAccountSid",
        OnPremSid = "onPremSid",
        UnknownFutureValue = "unknownFutureValue",
    }
}
