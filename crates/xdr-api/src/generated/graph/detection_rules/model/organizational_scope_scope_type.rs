//! `OrganizationalScopeScopeType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum OrganizationalScopeScopeType {
        DeviceGroup = "deviceGroup",
        UnknownFutureValue = "unknownFutureValue",
    }
}
