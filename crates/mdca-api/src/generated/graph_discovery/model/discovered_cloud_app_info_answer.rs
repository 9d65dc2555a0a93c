//! `DiscoveredCloudAppInfoAnswer`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoAnswer {
        True = "true",
        False = "false",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
