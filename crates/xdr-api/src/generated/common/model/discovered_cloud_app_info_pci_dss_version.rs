//! `DiscoveredCloudAppInfoPciDssVersion`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoPciDssVersion {
        NotSupported = "notSupported",
        Unknown = "unknown",
        V1 = "v1",
        V2 = "v2",
        V3 = "v3",
        V31 = "v3_1",
        V32 = "v3_2",
        V321 = "v3_2_1",
        V4 = "v4",
        UnknownFutureValue = "unknownFutureValue",
    }
}
