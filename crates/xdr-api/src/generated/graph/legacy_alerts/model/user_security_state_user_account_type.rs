//! `UserSecurityStateUserAccountType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum UserSecurityStateUserAccountType {
        Unknown = "unknown",
        Standard = "standard",
        Power = "power",
        Administrator = "administrator",
        UnknownFutureValue = "unknownFutureValue",
    }
}
