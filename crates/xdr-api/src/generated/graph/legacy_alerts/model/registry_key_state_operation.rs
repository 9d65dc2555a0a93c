//! `RegistryKeyStateOperation`.

http_core::open_enum! {
    /// Registry key state operation. An open set of words.
    pub enum RegistryKeyStateOperation {
        Unknown = "unknown",
        Create = "create",
        Modify = "modify",
        Delete = "delete",
        UnknownFutureValue = "unknownFutureValue",
    }
}
