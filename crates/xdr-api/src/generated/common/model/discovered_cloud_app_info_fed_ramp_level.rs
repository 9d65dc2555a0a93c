//! `DiscoveredCloudAppInfoFedRampLevel`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoFedRampLevel {
        High = "high",
        LiSaaS = "liSaaS",
        Low = "low",
        Moderate = "moderate",
        NotSupported = "notSupported",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
