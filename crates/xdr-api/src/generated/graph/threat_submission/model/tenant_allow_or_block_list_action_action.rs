//! `TenantAllowOrBlockListActionAction`.

http_core::open_enum! {
    /// Tenant allow or block list action action. An open set of words.
    pub enum TenantAllowOrBlockListActionAction {
        Allow = "allow",
        Block = "block",
        UnknownFutureValue = "unknownFutureValue",
    }
}
