//! `AccountTargetContentType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AccountTargetContentType {
        Unknown = "unknown",
        IncludeAll = "includeAll",
        AddressBook = "addressBook",
        UnknownFutureValue = "unknownFutureValue",
    }
}
