//! `DiscoveredCloudAppInfoFedRampLevel`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoFedRampLevel {
        High = "high",
        Moderate = "moderate",
        Low = "low",
        LiSaaS = "liSaaS",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
        NotSupported = "notSupported",
    }
}
