//! `DiscoveredCloudAppInfoAnswer`.

http_core::open_enum! {
    /// Discovered cloud app info answer. An open set of words.
    pub enum DiscoveredCloudAppInfoAnswer {
        False = "false",
        True = "true",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
