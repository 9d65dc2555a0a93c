//! `DiscoveredCloudAppInfoEncryptionProtocol`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoEncryptionProtocol {
        NotApplicable = "notApplicable",
        NotSupported = "notSupported",
        Ssl3 = "ssl3",
        Tls10 = "tls1_0",
        Tls11 = "tls1_1",
        Tls12 = "tls1_2",
        Tls13 = "tls1_3",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
