//! `DiscoveredCloudAppInfoAnswer`.

http_core::open_enum! {
    /// Discovered cloud app info answer. An open set of words.
    pub enum DiscoveredCloudAppInfoAnswer {
        True = "true",
        False = "false",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
