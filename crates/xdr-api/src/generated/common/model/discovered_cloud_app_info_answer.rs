//! `DiscoveredCloudAppInfoAnswer`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoAnswer {
        False = "false",
        True = "true",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
