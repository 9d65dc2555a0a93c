//! `DiscoveredCloudAppInfoEncryptionProtocol`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoEncryptionProtocol {
        Tls10 = "tls1_0",
        Tls11 = "tls1_1",
        Tls12 = "tls1_2",
        Tls13 = "tls1_3",
        NotApplicable = "notApplicable",
        NotSupported = "notSupported",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
        Ssl3 = "ssl3",
    }
}
