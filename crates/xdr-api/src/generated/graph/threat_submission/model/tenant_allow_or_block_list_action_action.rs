//! `TenantAllowOrBlockListActionAction`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TenantAllowOrBlockListActionAction {
        Allow = "allow",
        Block = "block",
        UnknownFutureValue = "unknownFutureValue",
    }
}
