//! `RegistryKeyStateOperation`.

http_core::open_enum! {
    /// An open set of words.
    pub enum RegistryKeyStateOperation {
        Unknown = "unknown",
        Create = "create",
        Modify = "modify",
        Delete = "delete",
        UnknownFutureValue = "unknownFutureValue",
    }
}
