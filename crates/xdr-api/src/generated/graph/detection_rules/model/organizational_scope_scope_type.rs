//! `OrganizationalScopeScopeType`.

http_core::open_enum! {
    /// Organizational scope scope type. An open set of words.
    pub enum OrganizationalScopeScopeType {
        DeviceGroup = "deviceGroup",
        UnknownFutureValue = "unknownFutureValue",
    }
}
