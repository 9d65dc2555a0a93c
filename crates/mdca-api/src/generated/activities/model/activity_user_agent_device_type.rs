//! `ActivityUserAgentDeviceType`.

http_core::open_enum! {
    /// Activity user agent device type. An open set of words.
    pub enum ActivityUserAgentDeviceType {
        Desktop = "DESKTOP",
        Mobile = "MOBILE",
        Tablet = "TABLET",
        OtherValue = "OTHER",
    }
}
