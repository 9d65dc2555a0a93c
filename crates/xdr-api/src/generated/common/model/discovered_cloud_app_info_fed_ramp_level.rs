//! `DiscoveredCloudAppInfoFedRampLevel`.

http_core::open_enum! {
    /// Discovered cloud app info fed ramp level. An open set of words.
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
