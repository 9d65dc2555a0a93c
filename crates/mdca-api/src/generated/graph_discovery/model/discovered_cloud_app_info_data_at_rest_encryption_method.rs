//! `DiscoveredCloudAppInfoDataAtRestEncryptionMethod`.

http_core::open_enum! {
    /// Discovered cloud app info data at rest encryption method. An open set of words.
    pub enum DiscoveredCloudAppInfoDataAtRestEncryptionMethod {
        Aes = "aes",
        BitLocker = "bitLocker",
        Blowfish = "blowfish",
        Des3 = "des3",
        Des = "des",
        Rc4 = "rc4",
        RsA = "rsA",
        NotSupported = "notSupported",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
