//! `DiscoveredCloudAppInfoHolding`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoHolding {
        Private = "private",
        Public = "public",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
