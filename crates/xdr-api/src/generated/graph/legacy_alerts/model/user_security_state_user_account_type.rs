//! `UserSecurityStateUserAccountType`.

http_core::open_enum! {
    /// User security state user account type. An open set of words.
    pub enum UserSecurityStateUserAccountType {
        Unknown = "unknown",
        Standard = "standard",
        Power = "power",
        Administrator = "administrator",
        UnknownFutureValue = "unknownFutureValue",
    }
}
